import en from "./json/en.json"

export default { en: { affiliate: en } }
