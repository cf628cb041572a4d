#include "ingest/references/reference_phrases.h"

#include "ingest/languages/language_files.h"

namespace treatygraph::ingest {
namespace {

ReferencePhrases reference_phrases(const LanguageTable& language) {
  const auto& phrases = language.table("references");
  return {.protocol = phrases.text("protocol"),
          .annex_word = phrases.text("annex_word"),
          .announcing = phrases.text("announcing"),
          .announces_list = phrases.text("announces_list"),
          .announces_of_that = phrases.text("announces_of_that"),
          .annex = phrases.text("annex"),
          .excludes = phrases.text("excludes"),
          .in_particular = phrases.text("in_particular"),
          .points_back = phrases.text("points_back"),
          .heading_unit = phrases.text("heading_unit"),
          .listed_annex = phrases.text("listed_annex"),
          .listed_unit = phrases.text("listed_unit"),
          .another_heading = phrases.text("another_heading"),
          .of_whole = phrases.text("of_whole"),
          .sentence_goes_on = phrases.text("sentence_goes_on"),
          .heading_verb = phrases.text("heading_verb"),
          .about = phrases.text("about"),
          .about_few_words = phrases.text("about_few_words"),
          .of_what = phrases.text("of_what"),
          .title_of_what = phrases.text("title_of_what"),
          .title_joint = phrases.text("title_joint"),
          .means = phrases.text("means"),
          .component_means = phrases.text("component_means"),
          .component_called = phrases.text("component_called"),
          .printed_component = phrases.text("printed_component")};
}

}  // namespace

const ReferencePhrases& phrases_of_language(std::string_view code) {
  const auto* phrases = of_language<reference_phrases>(code);
  return phrases == nullptr ? *of_language<reference_phrases>("en") : *phrases;
}

}  // namespace treatygraph::ingest
