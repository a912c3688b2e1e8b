/**
 * The same random examples in every run, so that a merge is not held up by the luck of somebody else's. `LAW_SEED=random` looks for new ones,
 * `LAW_SEED=7` repeats one.
 */
export const LAW_SEED = process.env.LAW_SEED === "random" ? Date.now() % 2 ** 31 : Number(process.env.LAW_SEED ?? 68_610_761)
