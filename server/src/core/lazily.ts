/** An object whose members are worked out when somebody asks for them, each at most once. Fixes are tried out on policies of which they ask little. */
export function lazily<Shape extends object>(work: { readonly [Name in keyof Shape]: () => Shape[Name] }): Shape {
  const shape = {} as Shape;
  for (const name of Object.keys(work) as (keyof Shape)[]) {
    Object.defineProperty(shape, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = work[name]();
        Object.defineProperty(shape, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return shape;
}
