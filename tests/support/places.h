#pragma once
// Paths of this checkout and its programs. Only one file contains them, so that other checkouts can share a compiler
// cache.

namespace treatygraph::testing {

/// The source folder, without a trailing slash.
extern const char* const kSourceFolder;
/// The folder of the programs built with these tests.
extern const char* const kProgramsFolder;

}  // namespace treatygraph::testing
