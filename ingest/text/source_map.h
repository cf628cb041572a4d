#pragma once
// Where each byte of a cleaned text stood in the text that it was cleaned from.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// Made of stretches that were taken over as they are; what was left out lies between them.
class SourceMap {
 public:
  /// Of a text that was not cleaned: every character where it is.
  [[nodiscard]] static SourceMap identity(std::string_view text);

  /// From here on `clean` bytes of the cleaned text stand at character `character` of the original. Called in order.
  void add(std::size_t clean, std::size_t character) { stretches_.push_back({clean, character}); }

  /// After the last add(): no stretch is so long that counting its characters takes long.
  void divide(std::string_view clean_text);

  /// Where this map's characters stand in what its own original, `between`, was made of by `first`: one map for both
  /// steps, for a text of `size` bytes.
  [[nodiscard]] SourceMap through(const SourceMap& first, std::string_view between, std::size_t size) const;

  /// A page of the original begins at its character `character`. Called in order, for each page but the first.
  void begin_page(std::size_t character) { pages_.push_back(character); }

  /// The pages are those of another map of the same original.
  void keep_pages_of(const SourceMap& other) { pages_ = other.pages_; }

  /// In characters (Unicode code points) of the original.
  [[nodiscard]] std::size_t character_at(std::size_t clean, const char* text) const;

  /// Counted from one; nothing where the original has no pages.
  [[nodiscard]] std::optional<std::size_t> page_at(std::size_t clean, const char* text) const;
  /// The same for a character of the original.
  [[nodiscard]] std::optional<std::size_t> page_of(std::size_t character) const;

 private:
  struct Stretch {
    std::size_t clean;
    std::size_t character;
  };

 public:
  /// The same as character_at() for places that come in order, each a few steps from the one before.
  class Walk {
   public:
    Walk(const SourceMap& map, std::string_view text) : stretches_(map.stretches_), text_(text) {}
    [[nodiscard]] std::size_t character_at(std::size_t clean);
    /// Where the stretch that holds `clean` ends, at most at `limit`.
    [[nodiscard]] std::size_t end_of_stretch(std::size_t clean, std::size_t limit);

   private:
    void enter_stretch_of(std::size_t clean);

    const std::vector<Stretch>& stretches_;
    std::string_view text_;
    std::size_t stretch_ = 0;  ///< the one behind that of the last place
    std::size_t clean_ = 0;    ///< the last place
    std::size_t character_ = 0;
  };

 private:
  std::vector<Stretch> stretches_;
  std::vector<std::size_t> pages_;
};

}  // namespace treatygraph::ingest
