#pragma once
// The files of the languages, compiled into the program.

#include <array>
#include <string_view>

namespace treatygraph::ingest {

/// In the order of `kLanguages`.
extern const std::array<std::string_view, 3> kLanguageTexts;

}  // namespace treatygraph::ingest
