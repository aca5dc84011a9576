const lists = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** “A, B and C”, “A or B”, “A”; empty when there is nothing to list. */
export const listed = (words: readonly string[], by: "and" | "or" = "and"): string => lists[by].format(words);
