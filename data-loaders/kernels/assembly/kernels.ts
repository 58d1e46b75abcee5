export {takePlainItems} from "./plainItems.ts";
