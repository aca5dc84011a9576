import type { Backing } from "#shared/consistency/backing.ts";
import type { Framework, Grade } from "#shared/domain/framework.ts";
import styles from "#renderer/panels/PlumbLine.module.css";
import { gradeTone } from "#renderer/ui/grade-tone.ts";

const LEFT = 40;
const RIGHT = 274;
const TOP = 20;
const LENGTH = 62;
/** A line that every statement pulls away stands this far from upright. */
const FARTHEST_DEGREES = 58;

/**
 * A line hangs from the grade given. What speaks against the grade pulls the bob away from upright, towards the
 * better end or the worse, by its share of all statements.
 */
export function PlumbLine({
  framework,
  grade,
  backing,
}: {
  framework: Framework;
  grade: Grade;
  backing: Backing;
}) {
  const { share, towardsBetter } = leanOf(framework, grade, backing);
  const at = (index: number): number => LEFT + ((RIGHT - LEFT) * index) / (framework.grades.length - 1);
  const rank = framework.grades.findIndex(({ id }) => id === grade.id);
  const x = at(rank);
  const angle = share * FARTHEST_DEGREES * (towardsBetter ? 1 : -1);
  const words = leanWords(share, towardsBetter);
  const wordsLeft = x > (LEFT + RIGHT) / 2;
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 314 118"
      // An <img> could not take its colours from the theme.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={`Graded ${grade.label}; the narrative ${words}`}
    >
      {framework.grades.map(({ id, label }, index) => (
        <text key={id} x={at(index)} y="11" className={styles.name}>
          {label.length > 13 ? `${label.slice(0, 12)}…` : label}
        </text>
      ))}
      <path d={`M${LEFT} ${TOP}H${RIGHT}`} className={styles.scale} />
      {framework.grades.map(({ id }, index) => (
        <circle key={id} cx={at(index)} cy={TOP} r="3" className={styles.point} />
      ))}
      <path d={`M${x} ${TOP}V${TOP + LENGTH + 18}`} className={styles.upright} />
      <g transform={`rotate(${-angle} ${x} ${TOP})`}>
        <path d={`M${x} ${TOP}V${TOP + LENGTH}`} className={styles.line} />
        <path
          d={`M${x - 5.5} ${TOP + LENGTH}h11l-1.4 7L${x} ${TOP + LENGTH + 16}l-4.1-9z`}
          className={styles.bob}
        />
      </g>
      <circle cx={x} cy={TOP} r="5.5" className={styles.given} data-tone={gradeTone(framework, grade.id)} />
      <text
        x={wordsLeft ? LEFT - 20 : RIGHT + 20}
        y="114"
        className={styles.words}
        textAnchor={wordsLeft ? "start" : "end"}
      >
        {words}
      </text>
    </svg>
  );
}

/** The share of statements that point the other way, and which way that is. */
export function leanOf(
  framework: Framework,
  grade: Grade,
  { supports, opposes }: Pick<Backing, "supports" | "opposes">,
): { share: number; towardsBetter: boolean } {
  const total = supports.length + opposes.length;
  const rank = framework.grades.findIndex(({ id }) => id === grade.id);
  const strengths = opposes.filter(({ polarity }) => polarity === "strength").length;
  const towardsBetter =
    opposes.length === 0 ? rank * 2 < framework.grades.length : strengths * 2 >= opposes.length;
  return { share: total === 0 ? 0 : opposes.length / total, towardsBetter };
}

function leanWords(share: number, towardsBetter: boolean): string {
  if (share === 0) return "stands true";
  const way = towardsBetter ? "better" : "worse";
  if (share < 0.25) return `reads a little ${way} than graded`;
  return share < 0.6 ? `reads ${way} than graded` : `reads far ${way} than graded`;
}
