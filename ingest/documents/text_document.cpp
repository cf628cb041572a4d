#include "ingest/documents/text_document.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "ingest/documents/bilingual_columns.h"
#include "ingest/documents/foreign_script.h"
#include "ingest/documents/language.h"
#include "ingest/documents/leftovers.h"
#include "ingest/documents/lost_lines.h"
#include "ingest/documents/lost_paragraphs.h"
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
    const auto size = std::ranges::count_if(words, [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && std::isspace(static_cast<unsigned char>(c)) == 0;
    });
    const auto start = from.character_at(other.first);
    left_out.push_back({start, from.character_at(other.last), 0, static_cast<std::size_t>(size),
                        LeftoverReason::OtherLanguage, other.language.name, fold(words.substr(0, 60))});
    edits.push_back({other.first, other.last, "\n\n"});
  }
  edit(edits, clean);
}

/// Takes a column in another language out of each line, or what is in another script, and keeps it as one leftover.
void part_columns(Lines lines, CleanText& clean, std::vector<Leftover>& left_out) {
  auto column = foreign_script(clean.text);
  if (!column && lines != Lines::OfMarks) column = foreign_column(clean.text);
  if (!column) return;
  std::vector<TextEdit> edits;
  SourceMap::Walk from(clean.map, clean.text);
  Leftover leftover;
  leftover.reason = LeftoverReason::OtherLanguage;
  leftover.detail = column->language.name;
  leftover.start = from.character_at(column->pieces.front().first);
  for (const auto& piece : column->pieces) {
    const auto words = trimmed(std::string_view(clean.text).substr(piece.first, piece.size()));
    if (words.empty()) continue;
    if (leftover.first_words.empty()) leftover.first_words = fold(words.substr(0, 60));
    leftover.characters += static_cast<std::size_t>(std::ranges::count_if(words, [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && std::isspace(static_cast<unsigned char>(c)) == 0;
    }));
    edits.push_back({piece.first, piece.last, ""});
  }
  leftover.end = from.character_at(column->pieces.back().last);
  left_out.push_back(std::move(leftover));
  edit(edits, clean);
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
  part_columns(lines, clean, left_out);
  const auto languages = languages_of(clean.text);
  if (languages.english < kHardlyEnglish) {
    return fail(ErrorCode::InvalidArgument, foreign(languages));
  }
  part_languages(languages.others, clean, left_out);
  if (lines != Lines::OfMarks) {
    edit(lost_lines(clean.text), clean);
    edit(lost_paragraphs(clean.text), clean);
  }
  Document document;
  document.name = std::move(name);
  document.format = std::move(format);
  Stopwatch watch;
  document.structure = read_structure(clean.text);
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
