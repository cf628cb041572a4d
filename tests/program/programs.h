#pragma once
// The programs of this build, and what of the source folder they are given.

#include <string>

#include "tests/support/places.h"

namespace treatygraph::testing {

inline const std::string kIngest = std::string(kProgramsFolder) + "/treatygraph-ingest";
inline const std::string kQuery = std::string(kProgramsFolder) + "/treatygraph-query";
inline const std::string kServer = std::string(kProgramsFolder) + "/treatygraph-server";

/// The bundled dataset.
inline const std::string kDataset = std::string(kSourceFolder) + "/ingest/datasets/uncc";
/// The folder of the tools that some tests run with Node.js or Python.
inline const std::string kTools = std::string(kSourceFolder) + "/tests/tools";

}  // namespace treatygraph::testing
