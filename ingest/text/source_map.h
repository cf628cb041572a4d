#pragma once
// Maps bytes of a cleaned text to positions in the original text, so that every quotation can be found in the file.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// Consists of runs that were copied unchanged; text that was left out lies between them. Both texts are UTF-8. A
/// position in the cleaned text is an offset in bytes, one in the original is a number of characters, because users of
/// the offsets count characters. The map does not keep either text: functions that need the cleaned text take it as an
/// argument. Const member functions may be called from several threads.
class SourceMap {
 public:
  /// The map of a text that was not changed.
  [[nodiscard]] static SourceMap identity(std::string_view text);

  /// Starts a run: from byte `clean` of the cleaned text on, it corresponds to character `character` of the original.
  /// Called in order.
  void add(std::size_t clean, std::size_t character) { stretches_.push_back({clean, character}); }

  /// Called after the last add(): splits long runs, so that counting characters within one is fast.
  void divide(std::string_view clean_text);

  /// Composes two maps. This map leads from a text of `size` bytes to the text `between`, and `first` leads from
  /// `between` to the original; the result leads from the first text to the original. It has no pages.
  [[nodiscard]] SourceMap through(const SourceMap& first, std::string_view between, std::size_t size) const;

  /// Starts a page at a character of the original. Called in order for each page after the first.
  void begin_page(std::size_t character) { pages_.push_back(character); }

  /// Copies the pages of another map with the same original.
  void keep_pages_of(const SourceMap& other) { pages_ = other.pages_; }

  /// The position in the original, in characters (Unicode code points), of the byte `clean` of the cleaned text, which
  /// begins at `text`. Binary search, then the characters of the run up to that byte are counted.
  [[nodiscard]] std::size_t character_at(std::size_t clean, const char* text) const;

  /// The page number from 1; nothing if the original has no pages.
  [[nodiscard]] std::optional<std::size_t> page_at(std::size_t clean, const char* text) const;
  /// The same for a position in the original.
  [[nodiscard]] std::optional<std::size_t> page_of(std::size_t character) const;

 private:
  struct Stretch {
    std::size_t clean;
    std::size_t character;
  };

 public:
  /// A faster character_at() for positions that do not decrease: it continues to count where the last call ended. The
  /// map and the text must outlive it.
  class Walk {
   public:
    Walk(const SourceMap& map, std::string_view text) : stretches_(map.stretches_), text_(text) {}
    [[nodiscard]] std::size_t character_at(std::size_t clean);
    /// The end of the run that contains `clean`, at most `limit`.
    [[nodiscard]] std::size_t end_of_stretch(std::size_t clean, std::size_t limit);

   private:
    void enter_stretch_of(std::size_t clean);

    const std::vector<Stretch>& stretches_;
    std::string_view text_;
    std::size_t stretch_ = 0;  ///< index after the run of the last position
    std::size_t clean_ = 0;    ///< the last position
    std::size_t character_ = 0;
  };

 private:
  std::vector<Stretch> stretches_;
  std::vector<std::size_t> pages_;
};

}  // namespace treatygraph::ingest
