#include "ingest/structure/structure_words.h"

#include <array>
#include <utility>

#include "ingest/languages/language_files.h"
#include "ingest/structure/heading_numbers.h"
#include "ingest/text/one_of.h"

namespace treatygraph::ingest {
namespace {

/// A letter with its accented forms; unaccented letters match themselves.
std::string with_accents(char letter) {
  static constexpr std::array<std::pair<char, std::string_view>, 6> kForms = {
      {{'a', "[aáàâ]"}, {'e', "[eéèê]"}, {'i', "[iíî]"}, {'o', "[oóô]"}, {'u', "[uúû]"}, {'n', "[nñ]"}}};
  for (const auto& [plain, forms] : kForms) {
    if (plain == letter) return std::string(forms);
  }
  return {letter};
}

/// Options with more memory, for patterns with counted repetitions such as {0,200}, which make large automata.
RE2::Options roomy_patterns() {
  constexpr int kBytes = 64 << 20;  // RE2 allows 8 MiB by default
  RE2::Options options;
  options.set_max_mem(kBytes);
  options.set_log_errors(false);
  return options;
}

std::vector<HeadingWord> heading_words(const LanguageTable& structure) {
  const auto nested = structure.list("nested");
  const auto& headings = structure.table("headings");
  std::vector<HeadingWord> words;
  for (const auto word : headings.names()) words.push_back({word, headings.kind(word), is_one_of(word, nested)});
  return words;
}

std::string heading_line(const LanguageTable& structure) {
  const auto& patterns = structure.table("heading");
  return heading_line_pattern(heading_words(structure), patterns.text("number_sign"), patterns.text("numbers_in_words"),
                              patterns.text("number_endings"), patterns.text("numbers_first"));
}

HeadingPatterns heading_patterns(const LanguageTable& structure) {
  const auto& patterns = structure.table("heading");
  return {.heading_line = heading_line(structure),
          .ordinal_first = patterns.text("ordinal_first"),
          .sentence_of_citations = patterns.text("sentence_of_citations"),
          .cites_after_number = patterns.text("cites_after_number"),
          .about = patterns.text("about"),
          .has_verb = patterns.text("has_verb"),
          .heading_at_line_end = patterns.text("heading_at_line_end"),
          .second_heading = patterns.text("second_heading"),
          .glued_division = patterns.text("glued_division"),
          .glued_article = patterns.text("glued_article"),
          .split_number = patterns.text("split_number")};
}

SentencePatterns sentence_patterns(const LanguageTable& patterns) {
  return {.unfinished = patterns.text("unfinished"),
          .unfinished_own = patterns.text("unfinished_own"),
          .slip = patterns.text("slip"),
          .announces_list = patterns.text("announces_list"),
          .definition = patterns.text("definition"),
          .says_something = patterns.text("says_something"),
          .circumstance = patterns.text("circumstance"),
          .first_of_month = patterns.text("first_of_month"),
          .announces_articles = patterns.text("announces_articles"),
          .acts = patterns.text("acts"),
          .must = patterns.text("must"),
          .ends_citing = patterns.text("ends_citing"),
          .first_mark = patterns.text("first_mark"),
          .cites_paragraph_in_brackets = patterns.text("cites_paragraph_in_brackets"),
          .half_sentence = patterns.text("half_sentence"),
          .whole_sentence = patterns.text("whole_sentence"),
          .next_clause = patterns.text("next_clause")};
}

ComponentPatterns component_patterns(const LanguageTable& patterns) {
  return {.addressee = patterns.text("addressee"),
          .addressee_instrument = patterns.text("addressee_instrument"),
          .addressee_heading = patterns.text("addressee_heading"),
          .addressee_verb = patterns.text("addressee_verb"),
          .addressee_ends = patterns.text("addressee_ends"),
          .name_of_component = patterns.text("name_of_component"),
          .list_in_name = patterns.text("list_in_name"),
          .annex_line = patterns.text("annex_line"),
          .protocol_line = patterns.text("protocol_line"),
          .letter_line = patterns.text("letter_line"),
          .joint_declaration = patterns.text("joint_declaration"),
          .title_line = patterns.text("title_line"),
          .title_sentence = patterns.text("title_sentence"),
          .own_annex_of_protocol = patterns.text("own_annex_of_protocol"),
          .annex_of_conference = patterns.text("annex_of_conference"),
          .annex_mention = patterns.text("annex_mention")};
}

PreamblePatterns preamble_patterns(const LanguageTable& patterns) {
  return {.preamble_line = patterns.text("preamble_line"),
          .whereas_line = patterns.text("whereas_line"),
          .agreement = RE2(patterns.text("agreement"), roomy_patterns()),
          .title_goes_on = patterns.text("title_goes_on"),
          .parties = patterns.text("parties"),
          .formula = patterns.text("formula")};
}

ConclusionsPatterns conclusions_patterns(const LanguageTable& patterns) {
  return {.witness = patterns.text("witness"),
          .done = patterns.text("done"),
          .copies = patterns.text("copies"),
          .testimonium_line = patterns.text("testimonium_line"),
          .authentic = patterns.text("authentic"),
          .authentic_in_article = patterns.text("authentic_in_article")};
}

LostLinePatterns lost_lines_patterns(const LanguageTable& patterns) {
  return {.cites_inline = patterns.text("cites_inline"),
          .heading_inline = patterns.text("heading_inline"),
          .witness_inline = patterns.text("witness_inline"),
          .preamble_inline = patterns.text("preamble_inline")};
}

StructureWords structure_words(const LanguageTable& language) {
  const auto& structure = language.table("structure");
  return {.language = language.text("language"),
          .headings = heading_words(structure),
          .numbers = numbers_of_language(language.text("language")),
          .openers = structure.list("openers"),
          .joining = structure.list("joining"),
          .subjects = structure.list("subjects"),
          .citing = structure.list("citing"),
          .citing_on = structure.list("citing_on"),
          .conjunctions = structure.list("conjunctions"),
          .months = structure.list("months"),
          .name_joining = structure.list("name_joining"),
          .protocol = structure.text("protocol"),
          .protocol_initials = structure.text("protocol_initials"),
          .letter_initials = structure.text("letter_initials"),
          .reads_amendments = structure.flag("reads_amendments"),
          .heading = heading_patterns(structure),
          .sentence = sentence_patterns(structure.table("sentence")),
          .component = component_patterns(structure.table("component")),
          .preamble = preamble_patterns(structure.table("preamble")),
          .conclusions = conclusions_patterns(structure.table("conclusions")),
          .lost_lines = lost_lines_patterns(structure.table("lost_lines"))};
}

}  // namespace

// The table has words without accents and hyphens, so that a word can be found in it by its plain letters. The pattern
// must match all ways to print them: "sous-section" and "soussection", "ARTÍCULO" and "ARTICULO".
std::string heading_words_pattern(std::span<const HeadingWord> words) {
  static constexpr std::array<std::string_view, 2> kPrefixes = {"sub", "sous"};
  std::string pattern;
  for (const auto& [word, kind, is_nested] : words) {
    pattern += pattern.empty() ? "(?i:" : "|";
    std::size_t prefix = 0;
    for (const auto known : kPrefixes) {
      if (word.starts_with(known)) prefix = known.size();
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (prefix > 0 && i == prefix) pattern += "-?";
      pattern += with_accents(word[i]);
    }
  }
  return pattern + ")";
}

const StructureWords* structure_of_language(std::string_view code) {
  return of_language<structure_words>(code);
}

const StructureWords& english_structure() {
  return *structure_of_language("en");
}

}  // namespace treatygraph::ingest
