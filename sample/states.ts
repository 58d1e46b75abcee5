/** The four regions the report knows, only so that a plant can single one out. */
export type Region = "Northeast" | "Midwest" | "South" | "West";

const STATES_BY_REGION: Readonly<Record<Region, readonly string[]>> = {
  Northeast: [
    "Connecticut",
    "Maine",
    "Massachusetts",
    "New Hampshire",
    "New Jersey",
    "New York",
    "Pennsylvania",
    "Rhode Island",
    "Vermont"
  ],
  Midwest: [
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Michigan",
    "Minnesota",
    "Missouri",
    "Nebraska",
    "North Dakota",
    "Ohio",
    "South Dakota",
    "Wisconsin"
  ],
  South: [
    "Alabama",
    "Arkansas",
    "Delaware",
    "District of Columbia",
    "Florida",
    "Georgia",
    "Kentucky",
    "Louisiana",
    "Maryland",
    "Mississippi",
    "North Carolina",
    "Oklahoma",
    "South Carolina",
    "Tennessee",
    "Texas",
    "Virginia",
    "West Virginia"
  ],
  West: [
    "Alaska",
    "Arizona",
    "California",
    "Colorado",
    "Hawaii",
    "Idaho",
    "Montana",
    "Nevada",
    "New Mexico",
    "Oregon",
    "Utah",
    "Washington",
    "Wyoming"
  ]
};

/** The 51 states, District of Columbia among them. */
export const STATES: readonly {readonly name: string; readonly region: Region}[] = Object.entries(
  STATES_BY_REGION
)
  .flatMap(([region, names]) => names.map((name) => ({name, region: region as Region})))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
