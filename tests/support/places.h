#pragma once
// Where this checkout and its programs stand. One file alone knows, so that other checkouts share a compiler cache.

namespace treatygraph::testing {

/// The top of the sources, without a slash at its end.
extern const char* const kSourceFolder;
/// The folder of the programs that were built with these tests.
extern const char* const kProgramsFolder;

}  // namespace treatygraph::testing
