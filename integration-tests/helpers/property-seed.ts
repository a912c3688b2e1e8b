/**
 * The same random examples in every run, so that a merge is not held up by the luck of somebody else's. `PROPERTY_SEED=random` looks for new ones,
 * `PROPERTY_SEED=7` repeats one.
 */
export const PROPERTY_SEED = process.env.PROPERTY_SEED === "random" ? Date.now() % 2 ** 31 : Number(process.env.PROPERTY_SEED ?? 68_610_761)
