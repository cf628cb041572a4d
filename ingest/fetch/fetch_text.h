#pragma once
// Fetches a text of the registry, or of any address, into the cache.

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

/// The addresses of the registry for `kind` ("text" or "status") of one treaty in one language, in order. An empty
/// `format` means any. The error lists the languages and formats that exist.
[[nodiscard]] Result<std::vector<TextPlace>> places_of(const std::vector<RegisteredText>& treaty, std::string_view kind,
                                                       std::string_view language, std::string_view format);
/// The place for an address that is not in the registry. Its name in the cache is made from host, file and a hash.
[[nodiscard]] Result<TextPlace> place_at(std::string_view text);

/// What the command line asks for.
struct FetchRules {
  bool is_offline = false;      ///< use the cache only
  bool accepts_change = false;  ///< accept changed content
};

/// The outcome for one text.
struct FetchedText {
  std::optional<std::filesystem::path> file;  ///< the current cached text, if any
  std::vector<std::string> notes;             ///< unexpected events
  bool is_as_asked = false;                   ///< whether the address was asked and gave the current text
};

/// Tries `places` in order, until one gives a document or has a cached one. An incomplete or wrong response is not
/// kept. Changed content is kept, but the cached text stays current unless `rules` accept the change.
[[nodiscard]] FetchedText fetch_text(const std::vector<TextPlace>& places, const FetchRules& rules,
                                     Downloader& downloader, TextCache& cache);

}  // namespace treatygraph::ingest
