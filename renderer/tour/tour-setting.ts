/** Kept with the library: null before it was ever seen, “on” when asked for again, “closed” for good. */
export const TOUR_SETTING = "tour";
/** Which report is the sample: written when a new library is given it. */
export const SAMPLE_SETTING = "sample-report";
