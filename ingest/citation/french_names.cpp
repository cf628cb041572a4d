// How French texts name themselves and define short names: "la présente Convention", "ci-après dénommée «la
// Convention»".

#include <array>

#include "ingest/citation/name_words.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kFrenchCalled = std::to_array<std::string_view>({"ci-après", "ci-apres"});
constexpr auto kFrenchOpenings = std::to_array<std::string_view>({"(«", "(\"", "(“", "(la «", "(le «"});

}  // namespace

const NameTable& french_names() {
  static const NameTable table{
      .itself = R"re((?i:\b(?:le|la|les|du|des|au|aux|de la|à la) (?:pr[ée]sente?s?))\s([A-Za-zÀ-ÿ]+))re",
      .heading_to =
          R"re((?m)^[ \t]*(?i:annexe|appendice)(?: [A-Z0-9]{1,5})? (?i:à la|au|à l['’]|de la|du|de l['’]) ?([A-Za-zÀ-ÿ]+)[ \t]*$)re",
      .parent =
          R"re((?i)^.*?\b(?:protocoles?|amendements?|accord|annexe)\b.*?\b(?:à la|au|à l['’]|de la|du|de l['’]|modifiant la|modifiant le|modifiant l['’]) ?((?:convention|traité|traite|accord|charte|pacte|statut)\b.*)$)re",
      .amended =
          R"re((?i)\b(?:modifiant|portant amendement (?:à|de)|portant modification de|portant révision de|amendements? (?:à|au|aux)) (?:la|le|les|l['’]) ?(.+)$)re",
      .leading_article = R"re(^(?i:la |le |les |l['’]))re",
      .means = " désigne ",
      .defined = R"re((?:^|[^A-Za-zÀ-ÿ])["“«] ?([A-Z][A-Za-zÀ-ÿ]+(?: [A-Z0-9][A-Za-zÀ-ÿ]*)*) ?["”»]?$)re",
      .mean_respectively = " désignent, respectivement,",
      .quoted = R"re(["“«] ?([A-Z][A-Za-zÀ-ÿ -]*?) ?["”»])re",
      .and_next = R"re(^et )re",
      .called_words = kFrenchCalled,
      .called =
          R"re(^ci-apr[èe]s,? (?:d[ée]nomm[ée]e?s? |appel[ée]e?s? |d[ée]sign[ée]e?s? (?:par |comme )?)?(?:la |le |l['’])?["“«]? ?(?:la |le |l['’])?([A-Z][A-Za-zÀ-ÿ]+(?: [A-Z][A-Za-zÀ-ÿ]+)*))re",
      .openings = kFrenchOpenings,
      .called_in_brackets =
          R"re(^\((?:la |le )?["“«] ?(?:la |le |l['’])?([A-Z0-9][A-Za-zÀ-ÿ0-9-]*(?: [A-Z0-9][A-Za-zÀ-ÿ0-9-]*)*) ?["”»])re"};
  return table;
}

}  // namespace treatygraph::ingest
