#include "ingest/fetch/fetch_text.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/ascii.h"
#include "graph/sha256.h"
#include "ingest/fetch/arrived.h"

namespace treatygraph::ingest {
namespace {

/// Hexadecimal digits of a hash in names: 48 bits, which do not collide by chance in a cache.
constexpr std::size_t kDigits = 12;

/// Why an address of the registry may be wrong. It is added to the message if the address fails.
std::string remark_of(const RegisteredText& text) {
  if (text.known == "seen") return {};
  return text.known == "pattern" ? "the registry has this address by its pattern alone"
                                 : "the registry has this address from memory";
}

/// What was looked for, and what the registry has instead.
std::string not_registered(const std::vector<RegisteredText>& treaty, std::string_view kind, std::string_view language,
                           std::string_view format) {
  std::set<std::string> there;
  for (const auto& text : treaty) {
    if (text.kind == kind) there.insert(fmt::format("{} in {}", text.format, fmt::join(text.languages, ", ")));
  }
  const auto wanted = format.empty() ? std::string(kind) : fmt::format("{} as {}", kind, format);
  if (there.empty()) return fmt::format("the registry has no {} of {}", wanted, treaty.front().slug);
  return fmt::format("the registry has no {} of {} in {}; it has {}", wanted, treaty.front().slug, language,
                     fmt::join(there, "; "));
}

/// A host or file name for use in a path: only letters, digits, '-' and '_', at most 60 bytes, never empty.
std::string safe(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  std::string kept(name.substr(0, kLongest));
  std::ranges::replace_if(
      kept, [](char c) { return !is_letter_or_digit(c) && c != '-' && c != '_'; }, '-');
  return kept.empty() ? "page" : kept;
}

/// Fetches one text.
class Fetch {
 public:
  Fetch(const FetchRules& rules, Downloader& downloader, TextCache& cache)
      : rules_(rules), downloader_(downloader), cache_(cache) {}

  FetchedText from(const std::vector<TextPlace>& places) {
    for (const auto& place : places) {
      if (from(place)) break;
    }
    return std::move(fetched_);
  }

 private:
  /// Tries one place. Returns whether there is a current text now. A cached copy is used if the server fails.
  bool from(const TextPlace& place) {
    const auto address = WebAddress::parse(place.address);
    if (!address) return note(address.error().detail);
    const auto before = cache_.current(address->address);
    if (!before) note(before.error().detail);
    const auto kept = before ? *before : std::nullopt;
    // Without a request nobody knows whether the text has changed, so a cached copy is all there can be.
    if (rules_.is_offline) {
      if (kept) use(*kept);
      return kept || note(place.address + ": no copy is kept of it, and --offline asks nobody");
    }
    const auto arrived = document(*address, place);
    if (!arrived) {
      note(arrived.error().detail + (place.remark.empty() ? "" : fmt::format(" ({})", place.remark)));
      if (kept) {
        note(fmt::format("{}: the copy of {} is kept", cache_.path_of(*kept).string(), kept->fetched));
        use(*kept);
      }
      return kept.has_value();
    }
    return keep(*arrived, place, address->address);
  }

  struct Arrived {
    Download download;
    std::string format;
  };

  /// Downloads and checks a document. The error names the address that gave it.
  Result<Arrived> document(const WebAddress& address, const TextPlace& place) {
    auto download = downloader_.get(address);
    if (!download) return fail(download.error());
    auto format = format_of_arrival(download->bytes, download->media_type, place.format);
    if (!format) {
      const auto from = download->address == address.address
                            ? address.address
                            : fmt::format("{} (which leads to {})", address.address, download->address);
      return fail(format.error().code, fmt::format("{}: {}; nothing was kept", from, format.error().detail));
    }
    return Arrived{*std::move(download), *std::move(format)};
  }

  /// Puts a document into the cache, and uses what is current after that.
  bool keep(const Arrived& arrived, const TextPlace& place, const std::string& asked) {
    KeptText text;
    text.asked = asked;
    text.address = arrived.download.address;
    text.name = place.name;
    text.format = arrived.format;
    text.media_type = arrived.download.media_type;
    const auto outcome = cache_.keep(std::move(text), arrived.download.bytes, rules_.accepts_change);
    if (!outcome) return note(outcome.error().detail);
    const auto now = cache_.current(asked);
    if (*outcome == TextCache::Outcome::Changed) tell_of_change(asked);
    if (!now) return note(now.error().detail);
    if (*outcome == TextCache::Outcome::Accepted) note(fmt::format("{}: the changed text is used from now on", asked));
    fetched_.is_as_asked = *outcome != TextCache::Outcome::Changed;
    use(**now);
    return true;
  }

  /// Says where the new content is, so that a person can compare it before accepting it.
  void tell_of_change(const std::string& asked) {
    const auto changed = cache_.changed(asked);
    if (!changed) return;
    note(fmt::format(
        "{}: gives another text than it did (SHA-256 {} now): the new one is kept beside the old one, as {}; "
        "the old one is used until --accept-changed",
        asked, changed->sha256, cache_.path_of(*changed).string()));
  }

  void use(const KeptText& text) { fetched_.file = cache_.path_of(text); }

  /// Returns false, for use in a return statement.
  bool note(std::string line) {
    fetched_.notes.push_back(std::move(line));
    return false;
  }

  const FetchRules& rules_;
  Downloader& downloader_;
  TextCache& cache_;
  FetchedText fetched_;
};

}  // namespace

Result<std::vector<TextPlace>> places_of(const std::vector<RegisteredText>& treaty, std::string_view kind,
                                         std::string_view language, std::string_view format) {
  // The order of the registry is the order of preference.
  std::vector<TextPlace> places;
  for (const auto& text : treaty) {
    const bool is_wanted = text.kind == kind && (format.empty() || text.format == format) &&
                           std::ranges::find(text.languages, language) != text.languages.end();
    if (!is_wanted) continue;
    const auto name = fmt::format("{}/{}{}", text.slug, kind == "text" ? "" : fmt::format("{}-", kind), language);
    places.push_back({text.address_in(language), name, text.format, remark_of(text)});
  }
  if (!places.empty()) return places;
  return fail(ErrorCode::NotFound, not_registered(treaty, kind, language, format));
}

Result<TextPlace> place_at(std::string_view text) {
  constexpr std::array<std::string_view, 6> kEndings = {"pdf", "docx", "odt", "html", "xml", "txt"};
  const auto address = WebAddress::parse(text);
  if (!address) return fail(address.error());
  // The ending of the path is the best guess for the format; without a known one, any format is accepted.
  const auto ending = address->ending == "htm" ? "html" : address->ending;
  const bool says_format = std::ranges::find(kEndings, ending) != kEndings.end();
  Sha256 hash;
  hash.add(address->address);
  const auto path = std::string_view(address->address).substr(0, address->address.find('?'));
  const auto file = path.substr(path.rfind('/') + 1);
  return TextPlace{address->address,
                   fmt::format("addresses/{}/{}-{}", safe(address->host), safe(file.substr(0, file.rfind('.'))),
                               hash.finish().substr(0, kDigits)),
                   says_format ? ending : std::string()};
}

FetchedText fetch_text(const std::vector<TextPlace>& places, const FetchRules& rules, Downloader& downloader,
                       TextCache& cache) {
  return Fetch(rules, downloader, cache).from(places);
}

}  // namespace treatygraph::ingest
