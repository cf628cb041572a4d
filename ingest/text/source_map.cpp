// A map is a sorted list of runs (Stretch): from byte `clean` of the cleaned text on, characters follow each other as
// in the original from `character` on. A lookup finds the run by binary search and counts the characters between its
// start and the position. divide() splits long runs so that this count is short, which costs 16 bytes for each 512
// bytes of text; a table with an entry for each byte would take many times the size of the text.

#include "ingest/text/source_map.h"

#include <algorithm>

#include "graph/ascii.h"

namespace treatygraph::ingest {

namespace {

constexpr std::size_t kLongestStretch = 512;  ///< bytes; a lookup counts at most so many

}  // namespace

SourceMap SourceMap::identity(std::string_view text) {
  SourceMap map;
  if (!text.empty()) map.add(0, 0);
  map.divide(text);
  return map;
}

void SourceMap::divide(std::string_view clean_text) {
  std::vector<Stretch> divided;
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    const auto end = i + 1 < stretches_.size() ? stretches_[i + 1].clean : clean_text.size();
    auto at = stretches_[i];
    divided.push_back(at);
    while (at.clean + kLongestStretch < end) {
      const auto words = clean_text.substr(at.clean, kLongestStretch);
      at.character += static_cast<std::size_t>(std::ranges::count_if(words, begins_character));
      at.clean += kLongestStretch;
      divided.push_back(at);
    }
  }
  stretches_ = std::move(divided);
}

// Each run of the result lies in one run of both maps: the runs of this map, divided where `first` starts a new one.
// Walks through `between` once, because its runs are in order.
SourceMap SourceMap::through(const SourceMap& first, std::string_view between, std::size_t size) const {
  SourceMap both;
  std::size_t byte = 0;
  std::size_t character = 0;
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    const auto& stretch = stretches_[i];
    // The byte of `between` at which this run begins: count its characters.
    for (; character < stretch.character && byte < between.size(); ++character) {
      ++byte;
      while (byte < between.size() && !begins_character(between[byte])) ++byte;
    }
    both.add(stretch.clean, first.character_at(byte, between.data()));
    const auto bytes = (i + 1 < stretches_.size() ? stretches_[i + 1].clean : size) - stretch.clean;
    auto within = std::ranges::upper_bound(first.stretches_, byte, {}, &Stretch::clean);
    for (; within != first.stretches_.end() && within->clean < byte + bytes; ++within) {
      both.add(stretch.clean + (within->clean - byte), within->character);
    }
  }
  return both;
}

std::size_t SourceMap::character_at(std::size_t clean, const char* text) const {
  auto after = std::ranges::upper_bound(stretches_, clean, {}, &Stretch::clean);
  if (after == stretches_.begin()) return 0;
  const auto& stretch = *--after;
  return stretch.character +
         static_cast<std::size_t>(std::count_if(text + stretch.clean, text + clean, begins_character));
}

void SourceMap::Walk::enter_stretch_of(std::size_t clean) {
  while (stretch_ < stretches_.size() && stretches_[stretch_].clean <= clean) {
    clean_ = stretches_[stretch_].clean;
    character_ = stretches_[stretch_++].character;
  }
}

std::size_t SourceMap::Walk::character_at(std::size_t clean) {
  enter_stretch_of(clean);
  const auto words = text_.substr(clean_, clean - clean_);
  character_ += static_cast<std::size_t>(std::ranges::count_if(words, begins_character));
  clean_ = clean;
  return character_;
}

std::size_t SourceMap::Walk::end_of_stretch(std::size_t clean, std::size_t limit) {
  enter_stretch_of(clean);
  return stretch_ < stretches_.size() ? std::min(stretches_[stretch_].clean, limit) : limit;
}

std::optional<std::size_t> SourceMap::page_at(std::size_t clean, const char* text) const {
  return page_of(character_at(clean, text));
}

std::optional<std::size_t> SourceMap::page_of(std::size_t character) const {
  if (pages_.empty()) return std::nullopt;
  const auto begun = std::ranges::upper_bound(pages_, character);
  return static_cast<std::size_t>(begun - pages_.begin()) + 1;
}

}  // namespace treatygraph::ingest
