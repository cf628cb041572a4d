#pragma once
// A text of the registry, or at an address, brought into the cache.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fetch/download.h"
#include "ingest/fetch/registry.h"
#include "ingest/fetch/text_cache.h"

namespace treatygraph::ingest {

/// One address where a text may be.
struct TextPlace {
  std::string address;
  std::string name;         ///< in the cache, "uncc/en"
  std::string format = {};  ///< that must arrive; empty: any that can be read
  std::string remark = {};  ///< why the address may be wrong; empty where there is no reason
};

/// Where the registry has `kind` of one treaty in one language, in the format if one is named, in its order. The error
/// says in which languages and formats there is one.
[[nodiscard]] Result<std::vector<TextPlace>> places_of(const std::vector<RegisteredText>& treaty, std::string_view kind,
                                                       std::string_view language, std::string_view format);
/// The place that an address names by itself.
[[nodiscard]] Result<TextPlace> place_at(std::string_view address);

struct FetchRules {
  bool is_offline = false;      ///< what is kept is all there is
  bool accepts_change = false;  ///< what an address gives now stands for it
};

struct FetchedText {
  std::optional<std::filesystem::path> file;  ///< what stands for the text, where anything does
  std::vector<std::string> notes;             ///< what happened that was not asked for
  bool is_as_asked = false;                   ///< the address was asked, and gave what stands
};

/// The first of `places` that gives a document, or that a document is kept of. What does not arrive whole and right is
/// not kept, and what an address gives otherwise than before does not take the place of what it gave.
[[nodiscard]] FetchedText fetch_text(const std::vector<TextPlace>& places, const FetchRules& rules,
                                     Downloader& downloader, TextCache& cache);

}  // namespace treatygraph::ingest
