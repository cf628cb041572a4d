// The text form of manifests. A follower reads them from a network, so the parser accepts only what to_text() writes,
// in any order of the lines after the first: every number, hash and name is checked, and each kind of line occurs once
// (file lines: once for each name).

#include "publication/manifest.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "graph/shown.h"

namespace treatygraph::publication {
namespace {

constexpr std::string_view kFirstLine = "treatygraph-publication 1";
constexpr std::size_t kMostFiles = 16;  // a publication has three at most

/// Removes the text up to and including the first `end`, and returns it without `end`. Nothing if there is no `end`.
std::optional<std::string_view> cut(std::string_view& text, char end) {
  const auto at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const auto part = text.substr(0, at);
  text.remove_prefix(at + 1);
  return part;
}

/// A decimal number without a sign, spaces or anything after it.
std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// A SHA-256 as sha256_of_file() writes it: 64 hexadecimal digits, lower case.
bool is_hash(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  return text.size() == 64 && text.find_first_not_of(kDigits) == std::string_view::npos;
}

/// A name of a file that is in its folder whatever it is: no '/', and no leading '.', so not ".." either.
bool is_plain(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789._-";
  return !name.empty() && name.size() <= 64 && name[0] != '.' &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

/// "treaties.db 49152 5311e1..." after the word "file".
std::optional<File> parse_file(std::string_view line) {
  const auto name = cut(line, ' ');
  const auto bytes = cut(line, ' ');
  if (!name || !bytes || !is_plain(*name) || !is_hash(line)) return std::nullopt;
  const auto size = number(*bytes);
  if (!size) return std::nullopt;
  return File{std::string(*name), *size, std::string(line)};
}

/// Adds one line to the manifest. False if it is not a line of a manifest, or is the second of its kind.
bool take_line(std::string_view line, Manifest& manifest) {
  const auto word = cut(line, ' ');
  if (word == "sequence" && manifest.sequence == 0) {
    manifest.sequence = number(line).value_or(0);
    return manifest.sequence > 0;
  }
  if (word == "snapshot" && manifest.snapshot.empty()) {
    if (is_hash(line)) manifest.snapshot = line;
    return !manifest.snapshot.empty();
  }
  auto file = word == "file" ? parse_file(line) : std::nullopt;
  if (!file || manifest.files.size() == kMostFiles) return false;
  const auto is_same = [&](const File& other) { return other.name == file->name; };
  if (std::ranges::any_of(manifest.files, is_same)) return false;
  manifest.files.push_back(*std::move(file));
  return true;
}

}  // namespace

std::string object_name(const File& file) {
  return "objects/" + file.sha256;
}

std::string history_name(std::uint64_t sequence) {
  return fmt::format("history/{}", sequence);
}

std::string to_text(const Manifest& manifest) {
  auto text = fmt::format("{}\nsequence {}\nsnapshot {}\n", kFirstLine, manifest.sequence, manifest.snapshot);
  for (const auto& file : manifest.files) text += fmt::format("file {} {} {}\n", file.name, file.bytes, file.sha256);
  return text;
}

Result<Manifest> parse_manifest(std::string_view text) {
  const auto first = cut(text, '\n');
  if (first != kFirstLine) {
    return fail(ErrorCode::Corrupt, fmt::format("the first line is not \"{}\" but \"{}\"; `treatygraph-ingest publish` "
                                                "writes it",
                                                kFirstLine, shown(first.value_or(text).substr(0, 80))));
  }
  Manifest manifest;
  while (!text.empty()) {
    const auto line = cut(text, '\n');
    if (!line) return fail(ErrorCode::Corrupt, "the last line has no end: it was cut");
    if (!take_line(*line, manifest))
      return fail(ErrorCode::Corrupt, fmt::format("this line is not understood: {}", shown(line->substr(0, 200))));
  }
  if (manifest.sequence == 0 || manifest.snapshot.empty() || manifest.files.empty() ||
      manifest.files.front().name != kDatabaseName) {
    return fail(ErrorCode::Corrupt,
                fmt::format("it needs a sequence, a snapshot, and {} as its first file", kDatabaseName));
  }
  return manifest;
}

}  // namespace treatygraph::publication
