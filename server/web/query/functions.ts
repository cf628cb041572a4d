// The functions of the language, which the server has no list of; a test holds these against the server's own tables.

const SCALARS = "abs acos asin atan atan2 ceil coalesce cos cot degrees e elementId endNode exists exp floor haversin head id isEmpty keys labels last left length log log10 lower ltrim nodes pi properties " +
  "radians rand range relationships replace reverse right round rtrim sign sin size split sqrt startNode substring tail tan timestamp toBoolean toBooleanOrNull toFloat toFloatOrNull toInteger " +
  "toIntegerOrNull toLower toString toStringOrNull toUpper trim type upper";
const TEMPORAL = "date datetime datetime.fromepoch datetime.fromepochmillis duration duration.between duration.inDays duration.inMonths duration.inSeconds localdatetime localtime time";
const AGGREGATES = "avg collect count max min percentileCont percentileDisc stDev stDevP sum";
const OF_LISTS = "all any none single reduce shortestPath allShortestPaths";

const entries = (names: string, kind: string) => names.split(" ").map((name) => ({ name, kind }));
export const FUNCTIONS = [...entries(SCALARS, "function"), ...entries(TEMPORAL, "function of dates"), ...entries(AGGREGATES, "aggregate"), ...entries(OF_LISTS, "of lists and paths")];
