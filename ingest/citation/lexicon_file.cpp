// Reads the lexicon of a language from its file.

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "ingest/citation/force_words.h"
#include "ingest/citation/lexicon.h"
#include "ingest/citation/name_words.h"
#include "ingest/languages/language_files.h"

namespace treatygraph::ingest {
namespace {

/// What the files call the meanings.
constexpr std::array<std::pair<std::string_view, Say>, static_cast<std::size_t>(Say::kCount)> kSayNames = {{
    {"this", Say::This},
    {"these", Say::These},
    {"that", Say::That},
    {"the", Say::The},
    {"present", Say::Present},
    {"said", Say::Said},
    {"point_back", Say::PointBack},
    {"all", Say::All},
    {"preceding", Say::Preceding},
    {"following", Say::Following},
    {"preceding_after_noun", Say::PrecedingAfterNoun},
    {"following_after_noun", Say::FollowingAfterNoun},
    {"before_unit", Say::BeforeUnit},
    {"immediately", Say::Immediately},
    {"next", Say::Next},
    {"above", Say::Above},
    {"nearby", Say::Nearby},
    {"hereof", Say::Hereof},
    {"thereof", Say::Thereof},
    {"provisions", Say::Provisions},
    {"of", Say::Of},
    {"in", Say::In},
    {"to", Say::To},
    {"near", Say::Near},
    {"its", Say::Its},
    {"party_own", Say::PartyOwn},
    {"each_party", Say::EachParty},
    {"preamble", Say::Preamble},
    {"preambular", Say::Preambular},
    {"either", Say::Either},
    {"each_of", Say::EachOf},
    {"last", Say::Last},
    {"sentence", Say::Sentence},
    {"placed_part", Say::PlacedPart},
    {"annexed_hereto", Say::AnnexedHereto},
    {"common_to", Say::CommonTo},
    {"small_name", Say::SmallName},
    {"small_act", Say::SmallAct},
    {"no_name", Say::NoName},
    {"name_goes_on", Say::NameGoesOn},
    {"code_before", Say::CodeBefore},
    {"and", Say::And},
    {"or", Say::Or},
    {"range", Say::Range},
    {"inclusive", Say::Inclusive},
    {"number", Say::Number},
    {"open_end_latin", Say::OpenEndLatin},
    {"open_end", Say::OpenEnd},
    {"one_more", Say::OneMore},
    {"subsequent", Say::Subsequent},
    {"those", Say::Those},
    {"ends_list", Say::EndsList},
    {"after_letter", Say::AfterLetter},
    {"verb", Say::Verb},
    {"introducing", Say::Introducing},
    {"aside", Say::Aside},
    {"in_aside", Say::InAside},
    {"joint", Say::Joint},
    {"treaty_noun", Say::TreatyNoun},
    {"plural_noun", Say::PluralNoun},
    {"act_noun", Say::ActNoun},
    {"acronym", Say::Acronym},
    {"numbered_act", Say::NumberedAct},
    {"own_act", Say::OwnAct},
    {"annexed_noun", Say::AnnexedNoun},
    {"compound_noun", Say::CompoundNoun},
    {"treaty_act", Say::TreatyAct},
    {"treaty_act_kind", Say::TreatyActKind},
    {"small_treaty", Say::SmallTreaty},
    {"small_law", Say::SmallLaw},
    {"provision_word", Say::ProvisionWord},
    {"numbered_head", Say::NumberedHead},
    {"no_purpose", Say::NoPurpose},
    {"inside_name", Say::InsideName},
    {"in_subject", Say::InSubject},
    {"or_in_name", Say::OrInName},
    {"at_in_name", Say::AtInName},
    {"at_place", Say::AtPlace},
    {"other_in_name", Say::OtherInName},
    {"between", Say::Between},
    {"against", Say::Against},
    {"about", Say::About},
    {"ends_noun", Say::EndsNoun},
    {"begins_rest", Say::BeginsRest},
    {"no_adjective", Say::NoAdjective},
    {"organ", Say::Organ},
    {"party_noun", Say::PartyNoun},
    {"no_name_behind", Say::NoNameBehind},
    {"and_preposition", Say::AndPreposition},
    {"for_parties", Say::ForParties},
    {"to_parties", Say::ToParties},
    {"indefinite", Say::Indefinite},
    {"title_begins", Say::TitleBegins},
    {"no_title", Say::NoTitle},
    {"ends_title", Say::EndsTitle},
    {"date_in_name", Say::DateInName},
}};

Say say_named(std::string_view name) {
  const auto* const found = std::ranges::find(kSayNames, name, &std::pair<std::string_view, Say>::first);
  if (found == kSayNames.end()) throw std::logic_error("a lexicon has an unknown meaning: " + std::string(name));
  return found->second;
}

std::optional<ProvisionKind> kind_if_any(const LanguageTable& head, std::string_view name) {
  return head.has(name) ? std::optional(head.kind(name)) : std::nullopt;
}

std::vector<CitationHead> heads_of(const LanguageTable& heads) {
  std::vector<CitationHead> read;
  for (const auto word : heads.names()) {
    const auto& head = heads.table(word);
    read.push_back({.word = word,
                    .kind = head.kind("kind"),
                    .is_plural = head.flag("plural"),
                    .is_common = head.flag("everyday"),
                    .takes_stop = head.flag("abbreviation"),
                    .before_number = kind_if_any(head, "before_number"),
                    .before_mark = kind_if_any(head, "before_mark"),
                    .needs_stop = head.flag("needs_stop")});
  }
  return read;
}

std::vector<Wording> wordings_of(const LanguageTable& wordings) {
  std::vector<Wording> read;
  for (const auto name : wordings.names()) read.push_back({say_named(name), wordings.list(name)});
  return read;
}

std::vector<Contraction> contractions_of(const LanguageTable& contractions) {
  std::vector<Contraction> read;
  for (const auto word : contractions.names()) read.push_back({word, contractions.text(word)});
  return read;
}

Lexicon lexicon(const LanguageTable& language) {
  const auto& code = language.text("language");
  const auto& citation = language.table("citation");
  return {.language = code,
          .heads = heads_of(citation.table("heads")),
          .wordings = wordings_of(citation.table("wordings")),
          .numbers = numbers_of_language(code),
          .counted = citation.list("counted"),
          .contractions = contractions_of(citation.table("contractions")),
          .elided = citation.list("elided"),
          .number_endings = citation.list("number_endings"),
          .glued_first = citation.list("glued_first"),
          .glued_second = citation.list("glued_second"),
          .names = citation.flag("names_in_capitals") ? NameStyle::Capitals : NameStyle::Small,
          .closes_marks_only = citation.flag("closes_marks_only"),
          .force = force_of_language(code),
          .own_names = names_of_language(code)};
}

}  // namespace

const Lexicon* lexicon_of_language(std::string_view code) {
  return of_language<lexicon>(code);
}

}  // namespace treatygraph::ingest
