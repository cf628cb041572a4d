#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {

EditedText with_edits(std::string_view text, const SourceMap& map, const std::vector<TextEdit>& edits) {
  EditedText edited;
  SourceMap::Walk from(map, text);
  std::size_t at = 0;
  // Copies the text up to `end`, with a run of the map for each run that it had.
  const auto take = [&](std::size_t end) {
    while (at < end) {
      const auto next = from.end_of_stretch(at, end);
      edited.map.add(edited.text.size(), from.character_at(at));
      edited.text += text.substr(at, next - at);
      at = next;
    }
  };
  for (const auto& edit : edits) {
    take(edit.first);
    edited.map.add(edited.text.size(), from.character_at(at));
    edited.text += edit.written;
    at = edit.last;
  }
  take(text.size());
  edited.map.keep_pages_of(map);
  return edited;
}

}  // namespace treatygraph::ingest
