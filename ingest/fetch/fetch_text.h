#pragma once
// Fetches a text of the registry, or from an address, into the cache.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fetch/download.h"
#include "ingest/fetch/registry.h"
#include "ingest/fetch/text_cache.h"

namespace treatygraph::ingest {

/// One address of a text.
struct TextPlace {
  std::string address;
  std::string name;         ///< in the cache, "uncc/en"
  std::string format = {};  ///< required format; empty: any readable one
  std::string remark = {};  ///< why the address may be wrong; empty if there is no reason
};

/// The registry's addresses for `kind` of one treaty in one language, in the given format if any, in order. The error
/// lists available languages and formats.
[[nodiscard]] Result<std::vector<TextPlace>> places_of(const std::vector<RegisteredText>& treaty, std::string_view kind,
                                                       std::string_view language, std::string_view format);
/// The place for a bare address.
[[nodiscard]] Result<TextPlace> place_at(std::string_view text);

struct FetchRules {
  bool is_offline = false;      ///< use the cache only
  bool accepts_change = false;  ///< accept changed content
};

struct FetchedText {
  std::optional<std::filesystem::path> file;  ///< the current cached text, if any
  std::vector<std::string> notes;             ///< unexpected events
  bool is_as_asked = false;                   ///< whether the address was asked and gave the current text
};

/// The first of `places` that gives a document, or has a cached one. An incomplete or wrong response is not kept, and
/// changed content does not replace what is cached.
[[nodiscard]] FetchedText fetch_text(const std::vector<TextPlace>& places, const FetchRules& rules,
                                     Downloader& downloader, TextCache& cache);

}  // namespace treatygraph::ingest
