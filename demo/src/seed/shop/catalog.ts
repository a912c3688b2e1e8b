export interface ProductPlan {
  handle: string
  title: string
  subtitle: string
  description: string
  collection: "Coffee" | "Brewing" | "Ceramics" | "Kitchen"
  option: string
  /** In Germany coffee is food: 7 % instead of 19 %. */
  is_food: boolean
  weight_grams: number
  variants: { title: string; sku: string; eur: number; usd: number }[]
}

/** What the shop "Hollow Oak" sells. Prices: euro with tax, dollar without, as people there expect them. */
export const catalog: ProductPlan[] = [
  {
    handle: "house-espresso",
    title: "House Espresso",
    subtitle: "Chocolate, hazelnut, a long finish",
    description: "Our everyday blend from Brazil and India, roasted dark enough for milk and light enough without.",
    collection: "Coffee",
    option: "Bag",
    is_food: true,
    weight_grams: 250,
    variants: [
      { title: "250 g", sku: "ESP-250", eur: 9.9, usd: 10.5 },
      { title: "1 kg", sku: "ESP-1000", eur: 33.5, usd: 36 },
    ],
  },
  {
    handle: "ethiopia-filter",
    title: "Ethiopia Guji Filter",
    subtitle: "Jasmine, apricot, black tea",
    description: "A washed lot from 2,000 metres. Roasted for filter every Tuesday, best from its tenth day on.",
    collection: "Coffee",
    option: "Bag",
    is_food: true,
    weight_grams: 250,
    variants: [
      { title: "250 g", sku: "GUJ-250", eur: 13.9, usd: 15 },
      { title: "1 kg", sku: "GUJ-1000", eur: 48, usd: 52 },
    ],
  },
  {
    handle: "stoneware-mug",
    title: "Stoneware Mug",
    subtitle: "300 ml, hand-glazed",
    description: "Thrown in small batches, so no two glazes run alike. Goes into the dishwasher without complaint.",
    collection: "Ceramics",
    option: "Glaze",
    is_food: false,
    weight_grams: 380,
    variants: [
      { title: "Sand", sku: "MUG-SAND", eur: 18, usd: 19 },
      { title: "Slate", sku: "MUG-SLATE", eur: 18, usd: 19 },
      { title: "Moss", sku: "MUG-MOSS", eur: 19.5, usd: 21 },
    ],
  },
  {
    handle: "pour-over-set",
    title: "Pour-Over Set",
    subtitle: "Dripper, server, forty filters",
    description: "Everything between ground coffee and a full cup: ceramic dripper, glass server and paper for a month.",
    collection: "Brewing",
    option: "Size",
    is_food: false,
    weight_grams: 900,
    variants: [
      { title: "For two", sku: "POS-2", eur: 42, usd: 45 },
      { title: "For four", sku: "POS-4", eur: 54, usd: 58 },
    ],
  },
  {
    handle: "gooseneck-kettle",
    title: "Gooseneck Kettle",
    subtitle: "0.9 l, holds its temperature",
    description: "A thin, steady stream and a dial in single degrees. Keeps the water hot while you grind.",
    collection: "Brewing",
    option: "Finish",
    is_food: false,
    weight_grams: 1_400,
    variants: [
      { title: "Black", sku: "KET-BLACK", eur: 119, usd: 129 },
      { title: "Steel", sku: "KET-STEEL", eur: 129, usd: 139 },
    ],
  },
  {
    handle: "hand-grinder",
    title: "Hand Grinder",
    subtitle: "Steel burrs, 36 clicks",
    description: "Thirty grams in under a minute, from espresso to cold brew. The handle folds and fits a coat pocket.",
    collection: "Brewing",
    option: "Body",
    is_food: false,
    weight_grams: 620,
    variants: [
      { title: "Walnut", sku: "GRI-WALNUT", eur: 94, usd: 99 },
      { title: "Graphite", sku: "GRI-GRAPHITE", eur: 89, usd: 95 },
    ],
  },
  {
    handle: "oak-board",
    title: "Oak Serving Board",
    subtitle: "From one piece, oiled",
    description: "Cut from a single plank, edges broken by hand, oiled twice. Oil it again when it looks thirsty.",
    collection: "Kitchen",
    option: "Size",
    is_food: false,
    weight_grams: 1_100,
    variants: [
      { title: "Small", sku: "OAK-S", eur: 34, usd: 37 },
      { title: "Large", sku: "OAK-L", eur: 54, usd: 58 },
    ],
  },
  {
    handle: "linen-apron",
    title: "Linen Apron",
    subtitle: "Washed, with a towel loop",
    description: "Heavy Baltic linen that is soft from the first day. Long straps, two pockets, a loop for the towel.",
    collection: "Kitchen",
    option: "Colour",
    is_food: false,
    weight_grams: 450,
    variants: [
      { title: "Natural", sku: "APR-NATURAL", eur: 49, usd: 54 },
      { title: "Indigo", sku: "APR-INDIGO", eur: 52, usd: 57 },
    ],
  },
]
