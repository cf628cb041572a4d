// Leftovers are sorted by their place first, so that both texts are walked only once.

#include "ingest/documents/leftover_places.h"

#include <algorithm>
#include <vector>

namespace treatygraph::ingest {
namespace {

/// False for the second and later bytes of a character in UTF-8.
bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Finds the byte and the line of a character. Each call must ask for the same or a later character.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::size_t byte_of(std::size_t character) {
    while (byte_ < text_.size() && (character_ < character || !begins_character(text_[byte_]))) {
      line_ += text_[byte_] == '\n' ? 1U : 0U;
      character_ += begins_character(text_[byte_]) ? 1U : 0U;
      ++byte_;
    }
    return byte_;
  }
  std::size_t line_of(std::size_t character) {
    byte_of(character);
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t character_ = 0;
  std::size_t line_ = 1;
};

/// The number of the file's paragraph that contains a byte of the written text.
std::size_t paragraph_at(const std::vector<WrittenParagraph>& paragraphs, std::size_t byte) {
  const auto after = std::ranges::upper_bound(paragraphs, byte, {}, &WrittenParagraph::byte);
  return after == paragraphs.begin() ? 1 : std::prev(after)->number;
}

}  // namespace

void place_leftovers(const WrittenText& written, std::string_view source, Document& document) {
  if (!written.has_map && written.paragraphs.empty()) return;
  std::vector<Leftover*> in_order;
  for (auto& leftover : document.leftovers) in_order.push_back(&leftover);
  std::ranges::sort(in_order, {}, [](const Leftover* leftover) { return leftover->start; });
  Walk of_text(written.text);
  Walk of_source(source);
  for (auto* const leftover : in_order) {
    const auto byte = of_text.byte_of(leftover->start);
    if (written.has_map) {
      const auto length = leftover->end - leftover->start;
      leftover->start = written.map.character_at(byte, written.text.data());
      leftover->end = leftover->start + length;
      leftover->line = of_source.line_of(leftover->start);
    } else {
      leftover->line = paragraph_at(written.paragraphs, byte);
      leftover->line_is = "paragraph";
    }
  }
}

}  // namespace treatygraph::ingest
