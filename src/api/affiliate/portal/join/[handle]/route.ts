export { sendPage as GET } from "../../send-page"
