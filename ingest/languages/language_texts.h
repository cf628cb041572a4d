#pragma once
// The files of the languages, compiled into the program.

#include <array>
#include <string_view>

#include "ingest/languages/language_files.h"

namespace treatygraph::ingest {

/// In the order of `kLanguages`.
extern const std::array<std::string_view, kLanguages.size()> kLanguageTexts;

}  // namespace treatygraph::ingest
