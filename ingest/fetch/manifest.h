#pragma once
// The manifest of a cache of texts, as JSON. It is indented, so that people can read it.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/fetch/text_cache.h"

namespace treatygraph::ingest {

[[nodiscard]] std::string manifest_of(const std::vector<KeptText>& texts);
/// The reverse of manifest_of(). The error says what is wrong, and where.
[[nodiscard]] Result<std::vector<KeptText>> read_manifest(std::string_view text);

}  // namespace treatygraph::ingest
