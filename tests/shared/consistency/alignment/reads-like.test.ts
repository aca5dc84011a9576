import { join } from "node:path";
import { expect, test } from "vitest";
import { alignmentModel, readAlignmentModel } from "#electron/core/alignment-model.ts";
import { damped } from "#shared/consistency/alignment/features.ts";
import { parseAlignmentModel } from "#shared/consistency/alignment/model.ts";
import { chancesOf, pullsOf, readsLike, type AreaText } from "#shared/consistency/alignment/reads-like.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { BlockId, GradeId } from "#shared/domain/ids.ts";
import { readSample } from "#tests/helpers/sample.ts";
import { tinyModel } from "#tests/shared/consistency/alignment/tiny-model.ts";

const model = parseAlignmentModel(tinyModel);
const grades = ["inadequate", "requires-improvement", "good", "outstanding"].map((id) => GradeId.parse(id));
const texts = (...paragraphs: string[]): AreaText[] =>
  paragraphs.map((text, index) => ({ id: BlockId.parse(`b${index}`), paragraph: index + 1, text }));

test("the score is base plus weights over the text’s length", () => {
  const alignment = readsLike(model, grades, texts("Help is given swiftly to all."))!;
  // six words, five pairs, and swift*
  const features = 6 + 5 + 1;
  expect(alignment.score).toBeCloseTo(1.6 + 4 / Math.sqrt(features), 10);
  expect(alignment.readsLike).toBe("outstanding");
});

test("a word said twice counts damped", () => {
  const alignment = readsLike(model, grades, texts("Plans came late and visits late."))!;
  // late ×2; plans, came, and, visits, visit*; five pairs
  const length = Math.hypot(damped(2), Math.sqrt(10));
  expect(alignment.score).toBeCloseTo(1.6 + (-2 * damped(2)) / length, 10);
});

test("sentence pulls and the centre add up to the score", () => {
  const paragraphs = texts(
    "Help is given swiftly to all. Some plans drift.",
    "Visits are late. Help does not come, or not swiftly.",
  );
  const pulls = pullsOf(model, paragraphs);
  expect(pulls.map(({ quote, paragraph }) => [paragraph, quote])).toEqual([
    [1, "Help is given swiftly to all."],
    [1, "Some plans drift."],
    [2, "Visits are late."],
    [2, "Help does not come, or not swiftly."],
  ]);
  const sum = pulls.reduce((total, { pull }) => total + pull, model.centre);
  expect(readsLike(model, grades, paragraphs)!.score).toBeCloseTo(sum, 10);
  expect(pulls.map(({ pull }) => Math.sign(pull))).toEqual([1, -1, -1, -1]);
});

test("the strongest six each way are told, strongest first", () => {
  const good = Array.from({ length: 8 }, () => "Help came swiftly.");
  const bad = Array.from({ length: 8 }, (_, k) => `Plans ${"really ".repeat(k)}drift.`);
  const { because } = readsLike(model, grades, texts(...good, ...bad))!;
  expect(because.filter(({ pull }) => pull > 0)).toHaveLength(6);
  expect(because.filter(({ pull }) => pull < 0)).toHaveLength(6);
  const sizes = because.map(({ pull }) => Math.abs(pull));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

test("grades that are named change nothing", () => {
  const swayed = parseAlignmentModel({
    ...tinyModel,
    weights: { outstanding: 3, "outst*": 3, inadequate: -3 },
  });
  const score = (grade: string): number =>
    readsLike(swayed, grades, texts(`The service is ${grade}. Help is given swiftly to all.`))!.score;
  expect(score("outstanding")).toBe(score("inadequate"));
});

test("chances add up to one and follow the score; the score is kept to the scale", () => {
  for (const score of [0, 0.7, 1.5, 3]) {
    const chances = chancesOf(model, score);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    expect(Math.min(...chances)).toBeGreaterThan(0);
  }
  const worst = readsLike(
    parseAlignmentModel({ ...tinyModel, weights: { drift: -40 } }),
    grades,
    texts("Plans drift and many visits drift."),
  )!;
  expect(worst).toMatchObject({ score: 0, readsLike: "inadequate" });
  expect([...worst.probabilities.keys()]).toEqual(grades);
});

test("it abstains on too little text, on none, and on other scales", () => {
  const enough = texts("Help is given swiftly to all.");
  expect(readsLike(model, grades, texts("Help is given swiftly."))).toBeNull();
  expect(readsLike(model, grades, [])).toBeNull();
  expect(readsLike(model, grades, texts("1 2 3 4 5 6 7"))).toBeNull();
  expect(readsLike(model, grades.slice(1), enough)).toBeNull();
  expect(readsLike(model, [...grades, GradeId.parse("excellent")], enough)).toBeNull();
});

test("a model file that is missing or torn is refused in words", () => {
  const missing = join(import.meta.dirname, "no-such-model.json");
  expect(() => readAlignmentModel(missing)).toThrow("cannot be read");
  expect(() => readAlignmentModel(import.meta.filename)).toThrow("cannot be read");
});

test("the shipped model reads the sample’s weak areas as weak, and alike each time", async () => {
  const { report, framework } = await readSample();
  const scale = framework.grades.map(({ id }) => id);
  const read = () =>
    buildSnapshot(report, framework).areas.map(({ id, narrative }) => ({
      id,
      alignment: readsLike(alignmentModel(), scale, narrative),
    }));
  const areas = read();
  expect(read()).toEqual(areas);
  const heard = areas.filter(({ alignment }) => alignment !== null);
  expect(heard.length).toBeGreaterThan(5);
  for (const { alignment } of heard) {
    const { score, probabilities, because } = alignment!;
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(3);
    expect([...probabilities.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    expect(because.length).toBeGreaterThan(3);
  }
  const safe = areas.find(({ id }) => id === "safeguarding.children-are-safe")!;
  expect(["inadequate", "adequate"]).toContain(safe.alignment!.readsLike);
});
