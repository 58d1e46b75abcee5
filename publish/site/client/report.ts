import {startSearch} from "./startSearch.ts";

startSearch();
