import type { Backing } from "#shared/consistency/backing.ts";
import type { Lean } from "#shared/consistency/lean.ts";
import type { Framework, Grade } from "#shared/domain/framework.ts";
import styles from "#renderer/panels/PlumbLine.module.css";
import { gradeTone } from "#shared/domain/grade-tone.ts";

const LEFT = 40;
const RIGHT = 274;
const TOP = 32;
const LENGTH = 60;
const FARTHEST_DEGREES = 58;
/** A line that does not stand true is drawn so that the eye sees it. */
const LEAST_DEGREES = 12;

const WORDS: Readonly<Record<Lean["direction"], string>> = {
  true: "stands true",
  better: "leans better than graded",
  worse: "leans worse than graded",
};

/**
 * A line hangs from the grade given. It hangs upright while the balance of strengths and weaknesses is one that
 * published reports of this grade show; otherwise the bob points to where such a balance is usual.
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
  const { lean } = backing;
  const at = (position: number): number => LEFT + ((RIGHT - LEFT) * position) / (framework.grades.length - 1);
  const rank = framework.grades.findIndex(({ id }) => id === grade.id);
  const x = at(rank);
  const angle = lean ? angleOf(lean, at(lean.position) - x) : 0;
  const words = lean ? WORDS[lean.direction] : "too few statements to weigh";
  const wordsLeft = x > (LEFT + RIGHT) / 2;
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 314 126"
      // An <img> could not take its colours from the theme.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={`Graded ${grade.label}; the narrative ${words}`}
    >
      {framework.grades.map(({ id, label }, index) => (
        <text key={id} y={label.length > 13 ? 9 : 22} className={styles.name}>
          {inLines(label).map((line, row) => (
            <tspan key={line} x={at(index)} dy={row * 13}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      <path d={`M${LEFT} ${TOP}H${RIGHT}`} className={styles.scale} />
      {framework.grades.map(({ id }, index) => (
        <circle key={id} cx={at(index)} cy={TOP} r="3" className={styles.point} />
      ))}
      <path d={`M${x} ${TOP}V${TOP + LENGTH + 18}`} className={styles.upright} />
      <g transform={`rotate(${-angle} ${x} ${TOP})`} className={lean ? undefined : styles.unweighed}>
        <path d={`M${x} ${TOP}V${TOP + LENGTH}`} className={styles.line} />
        <path
          d={`M${x - 5.5} ${TOP + LENGTH}h11l-1.4 7L${x} ${TOP + LENGTH + 16}l-4.1-9z`}
          className={styles.bob}
        />
      </g>
      <circle cx={x} cy={TOP} r="5.5" className={styles.given} data-tone={gradeTone(framework, grade.id)} />
      <text
        x={wordsLeft ? LEFT - 20 : RIGHT + 20}
        y="122"
        className={styles.words}
        textAnchor={wordsLeft ? "start" : "end"}
      >
        {words}
      </text>
    </svg>
  );
}

/** Degrees from upright, to the right where the balance is a better grade's. */
export function angleOf({ direction }: Lean, distance: number): number {
  if (direction === "true") return 0;
  const degrees = (Math.atan2(Math.abs(distance), LENGTH) * 180) / Math.PI;
  const shown = Math.min(FARTHEST_DEGREES, Math.max(LEAST_DEGREES, degrees));
  return direction === "better" ? shown : -shown;
}

/** A long label on two lines of a word each: “Requires improvement to be good” is known by its first two. */
const inLines = (label: string): string[] => (label.length > 13 ? label.split(" ").slice(0, 2) : [label]);
