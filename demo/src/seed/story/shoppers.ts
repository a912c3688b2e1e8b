import type { Random } from "../time/random"

export interface Shopper {
  first_name: string
  last_name: string
  email: string
  password: string
  currency: "eur" | "usd"
  address: { address_1: string; city: string; postal_code: string; country_code: string; province?: string }
}

const COUNTRIES = [
  {
    weight: 8,
    code: "de",
    first: ["Lena", "Jonas", "Mia", "Paul", "Hannah", "Emil", "Ayşe", "Tobias"],
    last: ["Schäfer", "Brandt", "Yılmaz", "Köhler", "Neumann", "Groß", "Winkler"],
    places: [
      ["Lindenstraße 12", "Berlin", "10969"],
      ["Marktgasse 3", "Freiburg", "79098"],
      ["Am Wall 77", "Bremen", "28195"],
    ],
  },
  {
    weight: 3,
    code: "fr",
    first: ["Camille", "Hugo", "Inès", "Théo", "Manon"],
    last: ["Moreau", "Girard", "Lambert", "Benoît"],
    places: [
      ["8 rue des Carmes", "Nantes", "44000"],
      ["41 cours Lafayette", "Lyon", "69003"],
    ],
  },
  {
    weight: 2,
    code: "it",
    first: ["Giulia", "Matteo", "Chiara", "Luca"],
    last: ["Ferrari", "D’Angelo", "Conti"],
    places: [["Via Garibaldi 9", "Torino", "10122"]],
  },
  {
    weight: 2,
    code: "se",
    first: ["Elsa", "Oskar", "Saga", "Nils"],
    last: ["Åkesson", "Lund", "Sjöberg"],
    places: [["Storgatan 21", "Malmö", "211 42"]],
  },
  {
    weight: 2,
    code: "pl",
    first: ["Zofia", "Jakub", "Łucja", "Piotr"],
    last: ["Zieliński", "Dąbrowska", "Krawczyk"],
    places: [["ul. Długa 5", "Gdańsk", "80-831"]],
  },
  {
    weight: 6,
    code: "us",
    first: ["Maya", "Ethan", "Grace", "Diego", "Naomi", "Wei"],
    last: ["Johnson", "Nguyen", "Ramírez", "Okafor", "Cohen", "Li"],
    places: [
      ["221 Bergen St", "Brooklyn", "11217", "ny"],
      ["1400 Mission St", "San Francisco", "94103", "ca"],
      ["502 Pike St", "Seattle", "98101", "wa"],
    ],
  },
]

/** A person nobody has been yet: the number keeps e-mails apart. */
export function inventShopper(random: Random, number: number): Shopper {
  const country = random.weighted(COUNTRIES)
  const first_name = random.pick(country.first)
  const last_name = random.pick(country.last)
  const [address_1 = "", city = "", postal_code = "", province] = random.pick(country.places)
  const plain = `${first_name}.${last_name}`
    .normalize("NFD")
    .replace(/[^\w.]/g, "")
    .toLowerCase()
  return {
    first_name,
    last_name,
    email: `${plain}${number}@mail.example`,
    password: "password",
    currency: country.code === "us" ? "usd" : "eur",
    address: { address_1, city, postal_code, country_code: country.code, ...(province && { province }) },
  }
}
