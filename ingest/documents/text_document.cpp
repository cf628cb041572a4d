// The steps are in an order that matters. Cleaning comes first, because running heads and page breaks would divide
// sentences. Translations in columns and cells must go before the language is detected, since their lines contain both
// languages. Stretches and lines in another language go next, because articles would otherwise be found twice. Only
// then are lost line breaks restored and the structure read.
//
// Every step that changes the text is a list of edits, which keeps the map to the file (with_edits). A text in French
// or Spanish is read with the tables of that language, but accepted only if the result is nearly complete. An English
// text has no such condition: its leftovers are reported instead.

#include "ingest/documents/text_document.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/numerals.h"
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

constexpr double kHardlyEnglish = 0.25;  ///< less than this is not an English half but a title or a note

/// The title of a document: the first block before its first provision. The title ends where the first provision
/// begins, even without an empty line between them. After a resolution that adopts a treaty, the title of the treaty
/// follows.
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

/// Applies edits to the text and its map.
void edit(const std::vector<TextEdit>& edits, CleanText& clean) {
  if (edits.empty()) return;
  auto edited = with_edits(clean.text, clean.map, edits);
  clean.text = std::move(edited.text);
  clean.map = std::move(edited.map);
}

/// Removes the halves of a bilingual file that are not English, and keeps them as leftovers.
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

/// Removes pieces of lines in another language, and keeps them as one leftover, because there may be thousands.
/// `between` replaces each.
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

/// Translates ranges of the raw text, which has tabs, to ranges of the clean text, which does not. Both texts are
/// walked once, by characters.
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

/// Removes a translation in cells, in a column, or in another script. Cells are found in the raw text, which still has
/// tabs.
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

/// A preamble alone is not a treaty: then the text after it was not understood.
bool is_before_all(ProvisionKind kind) {
  return kind == ProvisionKind::Preamble || kind == ProvisionKind::Recital;
}

std::string foreign(const LanguagesOfText& languages) {
  return fmt::format("is written in {}, and only English, French and Spanish are read; give its English text",
                     languages.main.name);
}

/// The words of the language that is read: of English halves, or of the text's main language; null if it has no table.
const StructureWords* read_words(const LanguagesOfText& languages) {
  return languages.english >= kHardlyEnglish ? &english_structure() : structure_of_language(languages.main.code);
}

/// Which articles of the treaty itself were found, judged by their numbers.
struct ArticlesFound {
  std::size_t found = 0;
  std::size_t highest = 0;
  std::vector<int> missing;

  /// Whether nine in ten articles were found, the first among them. A treaty without articles is only read in English.
  [[nodiscard]] bool is_enough() const {
    return highest > 0 && 10 * found >= 9 * highest && (missing.empty() || missing.front() > 1);
  }

  /// "12 of 13 articles (not 4)".
  [[nodiscard]] std::string in_words() const {
    const auto without = missing.empty() ? std::string() : fmt::format(" (not {})", fmt::join(missing, ", "));
    return fmt::format("{} of {} articles{}", found, highest, without);
  }
};

/// Counts the articles outside of annexes. The highest number tells how many there should be.
ArticlesFound articles_found(const Structure& structure) {
  ArticlesFound articles;
  std::set<int> numbers;
  for (const auto& provision : structure) {
    const bool is_own = provision.kind == ProvisionKind::Article && !is_component(provision.eid.steps().front().kind);
    const auto digits = is_own ? digits_value(provision.num) : std::nullopt;
    const auto value = is_own && !digits ? roman_value(provision.num) : digits;
    if (value) numbers.insert(*value);
    articles.found += is_own && !value ? 1U : 0U;  // "3-12" of chapters
  }
  for (int number = 1; !numbers.empty() && number < *numbers.rbegin(); ++number) {
    if (!numbers.contains(number)) articles.missing.push_back(number);
  }
  articles.highest = articles.found + (numbers.empty() ? 0U : static_cast<std::size_t>(*numbers.rbegin()));
  articles.found += numbers.size();
  return articles;
}

/// The share of the text in long chapters and the like in which nothing was found. Their articles were not understood,
/// although their words are in a provision.
double share_undivided(const Document& document) {
  constexpr std::size_t kLong = 3'000;
  std::vector<bool> has_parts(document.structure.size(), false);
  for (const auto& provision : document.structure) {
    if (provision.parent != Provision::kNoParent) has_parts[provision.parent] = true;
  }
  std::size_t undivided = 0;
  for (std::size_t i = 0; i < document.structure.size(); ++i) {
    const auto& provision = document.structure[i];
    const auto size = provision.end - provision.start;
    if (gathers_units(provision.kind) && !has_parts[i] && size > kLong) undivided += size;
  }
  return static_cast<double>(undivided) / static_cast<double>(std::max<std::size_t>(document.text.size(), 1));
}

/// Whether so much of a text in another language was read that a user cannot take a part of it for the whole.
bool is_read_enough(const Document& document, const ArticlesFound& articles) {
  constexpr double kEnough = 0.8;
  return articles.is_enough() && share_read(document) >= kEnough && share_undivided(document) <= 1 - kEnough;
}

std::string half_read(const LanguagesOfText& languages, const Document& document, const ArticlesFound& articles) {
  return fmt::format(
      "is written in {}, of which too little is understood ({}, {:.0f} % of the words, {:.0f} % in chapters without "
      "articles); give its "
      "English text",
      languages.main.name, articles.in_words(), 100 * share_read(document), 100 * share_undivided(document));
}

std::string read_in(const LanguagesOfText& languages, const ArticlesFound& articles) {
  return fmt::format(
      "is written in {}: {} and its references are read; what provisions do (offences, powers, "
      "safeguards, terms, force) is read in English only",
      languages.main.name, articles.in_words());
}

/// Reads an instrument without articles: its numbered paragraphs, if there are any.
void read_as_one_block(std::string_view text, Document& document) {
  document.structure = read_undivided_text(text);
  const bool has_parts = std::ranges::any_of(document.structure, [](const Provision& provision) {
    return provision.kind == ProvisionKind::Paragraph || provision.kind == ProvisionKind::Letter;
  });
  if (!has_parts)
    document.notices.emplace_back("has neither articles nor numbered paragraphs: it is read as one block");
}

}  // namespace

std::string title_of_text(std::string_view text) {
  constexpr std::size_t kLongestFirstBlock = 400;
  const auto block = block_at(text, 0, text.size());
  return block.size() <= kLongestFirstBlock ? fold(text.substr(block.first, block.size())) : std::string();
}

Result<Document> document_of_text(std::string_view raw, std::string name, std::string format, Lines lines) {
  std::vector<Leftover> left_out;
  auto clean = clean_text(raw, lines, &left_out);
  part_columns(raw, lines, clean, left_out);
  const auto languages = languages_of(clean.text);
  const auto* words = read_words(languages);
  if (words == nullptr) return fail(ErrorCode::InvalidArgument, foreign(languages));
  const bool is_english = words->language == "en";
  if (is_english) {
    part_languages(languages.others, clean, left_out);
    if (const auto found = foreign_lines(clean.text)) part_pieces(*found, "", clean, left_out);
  }
  if (lines != Lines::OfMarks) {
    edit(lost_lines(clean.text, *words), clean);
    edit(lost_paragraphs(clean.text), clean);
  }
  Document document;
  document.name = std::move(name);
  document.format = std::move(format);
  Stopwatch watch;
  document.language = words->language;
  document.structure = read_structure(clean.text, *words);
  if (std::ranges::all_of(document.structure, is_before_all, &Provision::kind)) document.structure.clear();
  if (is_english && document.structure.empty() && has_reversed_words(clean.text)) {
    return fail(ErrorCode::InvalidArgument,
                "has the words of each line from last to first (\"Objective 1.1 Article\"); extract its text again");
  }
  if (is_english && document.structure.empty() && is_instrument(clean.text)) read_as_one_block(clean.text, document);
  if (is_english && document.structure.empty() && !languages.others.empty())
    return fail(ErrorCode::InvalidArgument, foreign(languages));
  document.structure_seconds = watch.lap();
  document.title = title_before(clean.text, document.structure);
  document.text = std::move(clean.text);
  document.map = std::move(clean.map);
  document.map.divide(document.text);
  set_property(document.properties, "language", document.language);
  account_for_all(raw, std::move(left_out), document);
  if (is_english) return document;
  const auto articles = articles_found(document.structure);
  if (!is_read_enough(document, articles))
    return fail(ErrorCode::InvalidArgument, half_read(languages, document, articles));
  document.notices.push_back(read_in(languages, articles));
  return document;
}

void account_for_marked(Document& document) {
  const auto languages = languages_of(document.text);
  if (languages.english < kHardlyEnglish) {
    document.language = languages.main.code;
    const bool has_words = structure_of_language(document.language) != nullptr;
    document.notices.push_back(fmt::format("is written in {}: its provisions are taken, {}what they do {} not read",
                                           languages.main.name, has_words ? "with references; " : "its references and ",
                                           has_words ? "is" : "are"));
  }
  if (find_property(document.properties, "language") == nullptr) {
    set_property(document.properties, "language", document.language);
  }
  account_for_all(document.text, {}, document);
}

}  // namespace treatygraph::ingest
