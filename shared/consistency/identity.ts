/** What a fingerprint is made of, the place among equals left out; counts its equals in each check. */
export class Identity {
  readonly text: string;
  #round = 0;
  #count = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** 0 for the first finding of this identity in a check. */
  next(round: number): number {
    if (this.#round !== round) {
      this.#round = round;
      this.#count = 0;
    }
    return this.#count++;
  }
}

let rounds = 0;
/** Of a new check, of whatever checker: equals are counted anew in each. */
export const nextRound = (): number => ++rounds;

const identities = new Map<string, WeakRef<Identity>>();
/** Past so many, those nothing was found by lately are cleared away. */
const MANY_IDENTITIES = 50_000;

/** The same object for the same text, as long as a finding has it. */
export function identityOf(text: string): Identity {
  const known = identities.get(text)?.deref();
  if (known) return known;
  if (identities.size > MANY_IDENTITIES)
    for (const [each, kept] of identities) if (!kept.deref()) identities.delete(each);
  const identity = new Identity(text);
  identities.set(text, new WeakRef(identity));
  return identity;
}
