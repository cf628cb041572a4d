#include "ingest/documents/text_document.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "ingest/documents/bilingual_cells.h"
#include "ingest/documents/bilingual_columns.h"
#include "ingest/documents/foreign_script.h"
#include "ingest/documents/language.h"
#include "ingest/documents/leftovers.h"
#include "ingest/documents/lost_lines.h"
#include "ingest/documents/lost_paragraphs.h"
#include "ingest/documents/reversed_words.h"
#include "ingest/structure/text_structure.h"
#include "ingest/structure/undivided_text.h"
#include "ingest/text/lines.h"
#include "ingest/text/stage_seconds.h"
#include "ingest/text/text_edits.h"

namespace treatygraph::ingest {
namespace {

constexpr double kHardlyEnglish = 0.25;  ///< less is no English half: it is a title, or a note

/// The title ends where the first provision begins, also where no empty line parts them.
std::string title_before(std::string_view text, const Structure& structure) {
  auto end = text.size();
  std::size_t first = 0;
  for (const auto& provision : structure) {
    const bool adopts_it = provision.kind == ProvisionKind::Resolution;
    const bool is_in_resolution = first > 0 && provision.start < first;
    if (adopts_it) first = provision.end;
    if (!adopts_it && !is_in_resolution) end = std::min(end, provision.start);
  }
  if (first > 0 && first < end) return title_of_text(text.substr(first, end - first));
  return title_of_text(end > 0 ? text.substr(0, end) : text);
}

void edit(const std::vector<TextEdit>& edits, CleanText& clean) {
  if (edits.empty()) return;
  auto edited = with_edits(clean.text, clean.map, edits);
  clean.text = std::move(edited.text);
  clean.map = std::move(edited.map);
}

/// Takes the other halves of a bilingual file out, and keeps them as leftovers.
void part_languages(const std::vector<LanguageStretch>& others, CleanText& clean, std::vector<Leftover>& left_out) {
  std::vector<TextEdit> edits;
  SourceMap::Walk from(clean.map, clean.text);
  for (const auto& other : others) {
    const auto words = std::string_view(clean.text).substr(other.first, other.last - other.first);
    const auto start = from.character_at(other.first);
    left_out.push_back({start, from.character_at(other.last), 0, characters_in(words), LeftoverReason::OtherLanguage,
                        other.language.name, first_words_of(words)});
    edits.push_back({other.first, other.last, "\n\n"});
  }
  edit(edits, clean);
}

/// Takes pieces of lines that are in another language out, and keeps them as one leftover. `between` stands in their
/// place.
void part_pieces(const ForeignColumn& column, const std::string& between, CleanText& clean,
                 std::vector<Leftover>& left_out) {
  std::vector<TextEdit> edits;
  SourceMap::Walk from(clean.map, clean.text);
  Leftover leftover;
  leftover.reason = LeftoverReason::OtherLanguage;
  leftover.detail = column.language.name;
  leftover.start = from.character_at(column.pieces.front().first);
  for (const auto& piece : column.pieces) {
    const auto words = trimmed(std::string_view(clean.text).substr(piece.first, piece.size()));
    if (words.empty()) continue;
    const auto told = words.substr(std::min(words.find_first_not_of("| "), words.size()));
    if (leftover.first_words.empty()) leftover.first_words = first_words_of(told);
    leftover.characters += characters_in(words);
    edits.push_back({piece.first, piece.last, between});
  }
  leftover.end = from.character_at(column.pieces.back().last);
  left_out.push_back(std::move(leftover));
  edit(edits, clean);
}

/// Pieces of the raw text, which has tabs, as pieces of the clean one, which has none.
std::vector<LineRange> in_clean_text(const std::vector<LineRange>& pieces, std::string_view raw,
                                     const CleanText& clean) {
  std::vector<LineRange> found;
  SourceMap::Walk from(clean.map, clean.text);
  std::size_t raw_byte = 0;
  std::size_t raw_character = 0;
  std::size_t at = 0;
  const auto place = [&](std::size_t byte) {
    for (; raw_byte < byte; ++raw_byte) {
      raw_character += (static_cast<unsigned char>(raw[raw_byte]) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    while (at < clean.text.size() && from.character_at(at) < raw_character) {
      do ++at;
      while (at < clean.text.size() && (static_cast<unsigned char>(clean.text[at]) & 0xC0U) == 0x80U);
    }
    return at;
  };
  for (const auto& piece : pieces) {
    const auto first = place(piece.first);
    found.push_back({first, place(piece.last)});
  }
  std::erase_if(found, [](const LineRange& piece) { return piece.size() == 0; });
  return found;
}

/// A translation in a column, in cells, or in letters of its own.
void part_columns(std::string_view raw, Lines lines, CleanText& clean, std::vector<Leftover>& left_out) {
  if (auto cells = foreign_cells(raw)) {
    cells->pieces = in_clean_text(cells->pieces, raw, clean);
    if (!cells->pieces.empty()) part_pieces(*cells, "\n", clean, left_out);
  }
  if (lines != Lines::OfMarks) {
    if (const auto column = foreign_column(clean.text)) part_pieces(*column, "", clean, left_out);
  }
  if (const auto script = foreign_script(clean.text)) part_pieces(*script, "", clean, left_out);
}

/// A preamble alone is no treaty: what stands behind it was not understood.
bool is_before_all(ProvisionKind kind) {
  return kind == ProvisionKind::Preamble || kind == ProvisionKind::Recital;
}

std::string foreign(const LanguagesOfText& languages) {
  return fmt::format("is written in {}, and only English is read; give its English text", languages.main.name);
}

}  // namespace

std::string title_of_text(std::string_view text) {
  constexpr std::size_t kLongestTitle = 400;
  const auto block = block_at(text, 0, text.size());
  return block.size() <= kLongestTitle ? fold(text.substr(block.first, block.size())) : std::string();
}

Result<Document> document_of_text(std::string_view raw, std::string name, std::string format, Lines lines) {
  std::vector<Leftover> left_out;
  auto clean = clean_text(raw, lines, &left_out);
  part_columns(raw, lines, clean, left_out);
  const auto languages = languages_of(clean.text);
  if (languages.english < kHardlyEnglish) {
    return fail(ErrorCode::InvalidArgument, foreign(languages));
  }
  part_languages(languages.others, clean, left_out);
  if (const auto found = foreign_lines(clean.text)) part_pieces(*found, "", clean, left_out);
  if (lines != Lines::OfMarks) {
    edit(lost_lines(clean.text), clean);
    edit(lost_paragraphs(clean.text), clean);
  }
  Document document;
  document.name = std::move(name);
  document.format = std::move(format);
  Stopwatch watch;
  document.structure = read_structure(clean.text);
  if (std::ranges::all_of(document.structure, is_before_all, &Provision::kind)) document.structure.clear();
  if (document.structure.empty() && has_reversed_words(clean.text)) {
    return fail(ErrorCode::InvalidArgument,
                "has the words of each line from last to first (\"Objective 1.1 Article\"); extract its text anew");
  }
  if (document.structure.empty() && is_instrument(clean.text)) document.structure = read_undivided_text(clean.text);
  if (document.structure.empty() && !languages.others.empty())
    return fail(ErrorCode::InvalidArgument, foreign(languages));
  document.structure_seconds = watch.lap();
  document.title = title_before(clean.text, document.structure);
  document.text = std::move(clean.text);
  document.map = std::move(clean.map);
  document.map.divide(document.text);
  set_property(document.properties, "language", document.language);
  account_for_all(raw, std::move(left_out), document);
  return document;
}

void account_for_marked(Document& document) {
  const auto languages = languages_of(document.text);
  if (languages.english < kHardlyEnglish) {
    document.language = languages.main.code;
    document.notices.push_back(
        fmt::format("is written in {}: its provisions are taken, its references and what they do are not read",
                    languages.main.name));
  }
  if (find_property(document.properties, "language") == nullptr) {
    set_property(document.properties, "language", document.language);
  }
  account_for_all(document.text, {}, document);
}

}  // namespace treatygraph::ingest
