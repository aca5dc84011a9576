import type { Framework } from "#shared/domain/framework.ts";

/** Makes something once a framework: what depends on nothing else, such as a reader of blocks that knows its areas. */
export function perFramework<T>(make: (framework: Framework) => T): (framework: Framework) => T {
  const made = new WeakMap<Framework, { readonly value: T }>();
  return (framework) => {
    let known = made.get(framework);
    if (!known) made.set(framework, (known = { value: make(framework) }));
    return known.value;
  };
}
