#include "tests/support/places.h"

namespace treatygraph::testing {

const char* const kSourceFolder = TREATYGRAPH_SOURCE_DIR;
const char* const kProgramsFolder = TREATYGRAPH_BIN_DIR;

}  // namespace treatygraph::testing
