import {startTooltips} from "../../../src/client/tooltip.js";
import {startSearch} from "./startSearch.ts";

startTooltips();
startSearch();
