import de from "./json/de.json"
import en from "./json/en.json"
import es from "./json/es.json"
import fr from "./json/fr.json"
import ru from "./json/ru.json"

export default { en: { affiliate: en }, de: { affiliate: de }, es: { affiliate: es }, fr: { affiliate: fr }, ru: { affiliate: ru } }
