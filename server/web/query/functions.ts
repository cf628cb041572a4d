// The functions of the language, which the server has no list of; a test holds these against the server's own tables.

const SCALARS = "abs acos asin atan atan2 btrim cardinality ceil ceiling char_length character_length coalesce cos cosh cot coth degrees e element_id elementId endNode exists exp floor haversin head id isEmpty isNaN " +
  "isNormalized keys labels last left length ln log log10 lower ltrim nodes normalize nullIf path_length pi point point.distance point.withinBBox properties radians rand randomUUID range relationships replace reverse right round rtrim sign sin " +
  "sinh size split sqrt startNode substring tail tan tanh timestamp toBoolean toBooleanList toBooleanOrNull toFloat toFloatList toFloatOrNull toInteger toIntegerList toIntegerOrNull toLower toString " +
  "toStringList toStringOrNull toUpper trim type upper valueType vector.similarity.cosine vector.similarity.euclidean";
const TEMPORAL = "date datetime datetime.fromepoch datetime.fromepochmillis duration duration.between duration.inDays duration.inMonths duration.inSeconds duration_between local_datetime local_time localdatetime localtime time zoned_datetime zoned_time";
const AGGREGATES = "avg collect collect_list count max min percentile_cont percentile_disc percentileCont percentileDisc stDev stDevP stdev_pop stdev_samp sum";
const OF_LISTS = "all any none single reduce shortestPath allShortestPaths";

const entries = (names: string, kind: string) => names.split(" ").map((name) => ({ name, kind }));
export const FUNCTIONS = [...entries(SCALARS, "function"), ...entries(TEMPORAL, "function of dates"), ...entries(AGGREGATES, "aggregate"), ...entries(OF_LISTS, "of lists and paths")];
