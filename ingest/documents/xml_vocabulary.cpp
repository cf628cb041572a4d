// Elements that a table does not list are read through: their words belong to what is around them. A table therefore
// lists only elements that open something, begin a line or are left out.

#include "ingest/documents/xml_vocabulary.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/formats/xml_tree.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

using enum MarkRole;
using Kind = ProvisionKind;

/// LexML Brasil, schema `lexml-br-rigido` and its flexible variants.
constexpr ElementRule kLexMl[] = {{"Metadado", LeftOut},
                                  {"Epigrafe", Title},
                                  {"Ementa", Block},
                                  {"Preambulo", Provision, Kind::Preamble},
                                  {"Articulacao", Through},
                                  {"Parte", Provision, Kind::Part},
                                  {"Livro", Provision, Kind::Part},
                                  {"Titulo", Provision, Kind::Title},
                                  {"Capitulo", Provision, Kind::Chapter},
                                  {"Secao", Provision, Kind::Section},
                                  {"Subsecao", Provision, Kind::Subsection},
                                  {"Artigo", Provision, Kind::Article},
                                  {"Caput", Through},
                                  {"Paragrafo", Provision, Kind::Paragraph},
                                  {"Inciso", Provision, Kind::Point},
                                  {"Alinea", Provision, Kind::Point},
                                  {"Item", Provision, Kind::Point},
                                  {"Pena", Block},
                                  {"Rotulo", Number},
                                  {"NomeAgrupador", Heading},
                                  {"TituloDispositivo", Heading},
                                  {"Alteracao", Quoted},
                                  {"NotaAlteracao", Note},
                                  {"NotaReferenciada", Note},
                                  {"Nota", Note},
                                  {"ParteFinal", Provision, Kind::Conclusions},
                                  {"Anexo", Provision, Kind::Annex},
                                  {"table", Table},
                                  {"p", Block}};

/// Crown Legislation Markup Language. The meaning of P1 depends on the type of document.
constexpr ElementRule kClml[] = {{"Metadata", LeftOut},
                                 {"Contents", LeftOut},
                                 {"Commentaries", LeftOut},
                                 {"ExplanatoryNotes", LeftOut},
                                 {"EarlierOrders", LeftOut},
                                 {"MarginNotes", LeftOut},
                                 {"Resources", LeftOut},
                                 {"Versions", LeftOut},
                                 {"CommentaryRef", LeftOut},
                                 {"FootnoteRef", Note},
                                 {"MarginNoteRef", Note},
                                 {"Footnotes", LeftOut},
                                 {"EUPreamble", Provision, Kind::Preamble},
                                 {"SecondaryPreamble", Provision, Kind::Preamble},
                                 {"Group", Provision, Kind::Part},
                                 {"Part", Provision, Kind::Part},
                                 {"EUPart", Provision, Kind::Part},
                                 {"EUTitle", Provision, Kind::Title},
                                 {"Chapter", Provision, Kind::Chapter},
                                 {"EUChapter", Provision, Kind::Chapter},
                                 {"EUSection", Provision, Kind::Section},
                                 {"EUSubsection", Provision, Kind::Subsection},
                                 {"P1group", Group},
                                 {"P1", Provision, Kind::Article},
                                 {"P2", Provision, Kind::Paragraph},
                                 {"P3", Provision, Kind::Point},
                                 {"P4", Provision, Kind::Point},
                                 {"P5", Provision, Kind::Point},
                                 {"P6", Provision, Kind::Point},
                                 {"P7", Provision, Kind::Point},
                                 {"Division", Provision, Kind::Recital},
                                 {"ListItem", Block},
                                 {"Schedule", Provision, Kind::Schedule},
                                 {"Appendix", Provision, Kind::Appendix},
                                 {"Attachment", Provision, Kind::Appendix},
                                 {"SignedSection", Provision, Kind::Conclusions},
                                 {"TitleBlock", Head},
                                 {"Number", Number},
                                 {"Pnumber", Number},
                                 {"Title", Heading},
                                 {"Subtitle", Heading},
                                 {"Reference", LeftOut},
                                 {"BlockAmendment", Quoted},
                                 {"Tabular", Table},
                                 {"LongTitle", Block},
                                 {"Text", Block},
                                 {"P", Block},
                                 {"Para", Block}};

/// Basiswettenbestand of the Netherlands, which has treaties in all their languages.
constexpr ElementRule kBwb[] = {{"meta-data", LeftOut},
                                {"bwb-inputbestand", LeftOut},
                                {"citeertitel", LeftOut},
                                {"redactie", LeftOut},
                                {"wetcitaat", LeftOut},
                                {"intitule", Title},
                                {"aanhef", Provision, Kind::Preamble},
                                {"preambule", Provision, Kind::Preamble},
                                {"considerans", Through},
                                {"boek", Provision, Kind::Part},
                                {"deel", Provision, Kind::Part},
                                {"titeldeel", Provision, Kind::Title},
                                {"hoofdstuk", Provision, Kind::Chapter},
                                {"afdeling", Provision, Kind::Section},
                                {"paragraaf", Provision, Kind::Section},
                                {"sub-paragraaf", Provision, Kind::Subsection},
                                {"artikel", Provision, Kind::Article},
                                {"verdragartikel", Provision, Kind::Article},
                                {"lid", Provision, Kind::Paragraph},
                                {"li", Provision, Kind::Point},
                                {"kop", Head},
                                {"label", Number},
                                {"nr", Number},
                                {"lidnr", Number},
                                {"li.nr", Number},
                                {"titel", Heading},
                                {"bijlage", Provision, Kind::Annex},
                                {"wetsluiting", Provision, Kind::Conclusions},
                                {"slotformulering", Block},
                                {"noot", Note},
                                {"table", Table},
                                {"al", Block}};

/// United States Legislative Markup. Sections of an act are what articles are elsewhere, so its subsections are
/// paragraphs.
constexpr ElementRule kUslm[] = {{"meta", LeftOut},
                                 {"toc", LeftOut},
                                 {"sidenote", LeftOut},
                                 {"sourceCredit", LeftOut},
                                 {"note", Note},
                                 {"footnote", Note},
                                 {"docTitle", Title},
                                 {"officialTitle", Block},
                                 {"preamble", Provision, Kind::Preamble},
                                 {"title", Provision, Kind::Title},
                                 {"subtitle", Provision, Kind::Part},
                                 {"part", Provision, Kind::Part},
                                 {"chapter", Provision, Kind::Chapter},
                                 {"article", Provision, Kind::Article},
                                 {"section", Provision, Kind::Section},
                                 {"subsection", Provision, Kind::Paragraph},
                                 {"paragraph", Provision, Kind::Point},
                                 {"subparagraph", Provision, Kind::Point},
                                 {"clause", Provision, Kind::Point},
                                 {"subclause", Provision, Kind::Point},
                                 {"item", Provision, Kind::Point},
                                 {"num", Number},
                                 {"heading", Heading},
                                 {"quotedContent", Quoted},
                                 {"table", Table},
                                 {"chapeau", Block},
                                 {"content", Block},
                                 {"continuation", Block},
                                 {"p", Block}};

/// Akoma Ntoso without readable eIds. The meaning of hcontainer is its name's.
constexpr ElementRule kAkn[] = {{"meta", LeftOut},
                                {"toc", LeftOut},
                                {"coverPage", LeftOut},
                                {"components", LeftOut},
                                {"authorialNote", Note},
                                {"remark", Note},
                                {"docTitle", Title},
                                {"preface", Through},
                                {"preamble", Provision, Kind::Preamble},
                                {"recital", Provision, Kind::Recital},
                                {"book", Provision, Kind::Part},
                                {"tome", Provision, Kind::Part},
                                {"part", Provision, Kind::Part},
                                {"subpart", Provision, Kind::Section},
                                {"title", Provision, Kind::Title},
                                {"subtitle", Provision, Kind::Section},
                                {"chapter", Provision, Kind::Chapter},
                                {"subchapter", Provision, Kind::Section},
                                {"division", Provision, Kind::Part},
                                {"subdivision", Provision, Kind::Section},
                                {"section", Provision, Kind::Section},
                                {"subsection", Provision, Kind::Paragraph},
                                {"article", Provision, Kind::Article},
                                {"rule", Provision, Kind::Rule},
                                {"subrule", Provision, Kind::Paragraph},
                                {"clause", Provision, Kind::Clause},
                                {"subclause", Provision, Kind::Paragraph},
                                {"paragraph", Provision, Kind::Paragraph},
                                {"level", Provision, Kind::Paragraph},
                                {"subparagraph", Provision, Kind::Point},
                                {"point", Provision, Kind::Point},
                                {"item", Provision, Kind::Point},
                                {"indent", Provision, Kind::Point},
                                {"attachment", Provision, Kind::Annex},
                                {"conclusions", Provision, Kind::Conclusions},
                                {"num", Number},
                                {"heading", Heading},
                                {"subheading", Heading},
                                {"quotedStructure", Quoted},
                                {"embeddedStructure", Quoted},
                                {"table", Table},
                                {"list", Through},
                                {"blockList", Through},
                                {"listIntroduction", Block},
                                {"listWrapUp", Block},
                                {"crossHeading", Block},
                                {"intro", Through},
                                {"wrapUp", Through},
                                {"content", Through},
                                {"alinea", Through},
                                {"container", Through},
                                {"recitals", Through},
                                {"citations", Through},
                                {"citation", Through},
                                {"formula", Through},
                                {"longTitle", Through},
                                {"p", Block}};

/// Unknown publishers, and <hcontainer> of Akoma Ntoso. English, Portuguese, Spanish, French, Italian, and "artikel".
constexpr ElementRule kGeneral[] = {{"article", Provision, Kind::Article},
                                    {"artigo", Provision, Kind::Article},
                                    {"articulo", Provision, Kind::Article},
                                    {"artículo", Provision, Kind::Article},
                                    {"articolo", Provision, Kind::Article},
                                    {"artikel", Provision, Kind::Article},
                                    {"conclusions", Provision, Kind::Conclusions},
                                    {"standard", Provision, Kind::Standard},
                                    {"guideline", Provision, Kind::Guideline},
                                    {"principle", Provision, Kind::Principle},
                                    {"rule", Provision, Kind::Rule},
                                    {"regulation", Provision, Kind::Regulation},
                                    {"part", Provision, Kind::Part},
                                    {"parte", Provision, Kind::Part},
                                    {"partie", Provision, Kind::Part},
                                    {"livro", Provision, Kind::Part},
                                    {"chapter", Provision, Kind::Chapter},
                                    {"chapitre", Provision, Kind::Chapter},
                                    {"capitulo", Provision, Kind::Chapter},
                                    {"capítulo", Provision, Kind::Chapter},
                                    {"section", Provision, Kind::Section},
                                    {"seccion", Provision, Kind::Section},
                                    {"secao", Provision, Kind::Section},
                                    {"paragraph", Provision, Kind::Paragraph},
                                    {"para", Provision, Kind::Paragraph},
                                    {"paragraphe", Provision, Kind::Paragraph},
                                    {"paragrafo", Provision, Kind::Paragraph},
                                    {"parrafo", Provision, Kind::Paragraph},
                                    {"subsection", Provision, Kind::Paragraph},
                                    {"subparagraph", Provision, Kind::Point},
                                    {"point", Provision, Kind::Point},
                                    {"punto", Provision, Kind::Point},
                                    {"item", Provision, Kind::Point},
                                    {"inciso", Provision, Kind::Point},
                                    {"alinea", Provision, Kind::Point},
                                    {"letter", Provision, Kind::Point},
                                    {"li", Provision, Kind::Point},
                                    {"annex", Provision, Kind::Annex},
                                    {"annexe", Provision, Kind::Annex},
                                    {"anexo", Provision, Kind::Annex},
                                    {"schedule", Provision, Kind::Schedule},
                                    {"appendix", Provision, Kind::Appendix},
                                    {"protocol", Provision, Kind::Protocol},
                                    {"preamble", Provision, Kind::Preamble},
                                    {"preambulo", Provision, Kind::Preamble},
                                    {"preambule", Provision, Kind::Preamble},
                                    {"recital", Provision, Kind::Recital},
                                    {"num", Number},
                                    {"number", Number},
                                    {"numero", Number},
                                    {"no", Number},
                                    {"nr", Number},
                                    {"enum", Number},
                                    {"label", Number},
                                    {"rotulo", Number},
                                    {"heading", Heading},
                                    {"head", Heading},
                                    {"header", Heading},
                                    {"title", Heading},
                                    {"titulo", Heading},
                                    {"titre", Heading},
                                    {"caption", Heading},
                                    {"quote", Quoted},
                                    {"quotation", Quoted},
                                    {"note", Note},
                                    {"footnote", Note},
                                    {"fn", Note},
                                    {"toc", LeftOut},
                                    {"meta", LeftOut},
                                    {"metadata", LeftOut},
                                    {"table", Table},
                                    {"p", Block},
                                    {"text", Block},
                                    {"content", Block}};

constexpr XmlVocabulary kLexMlVocabulary{"lexml", kLexMl};
constexpr XmlVocabulary kClmlVocabulary{"clml", kClml};
constexpr XmlVocabulary kBwbVocabulary{"bwb", kBwb};
constexpr XmlVocabulary kUslmVocabulary{"uslm", kUslm};
constexpr XmlVocabulary kAknVocabulary{"akn", kAkn, Kind::Paragraph};
constexpr XmlVocabulary kGeneralVocabulary{"xml", kGeneral, Kind::Section, false};

/// A root element and its vocabulary.
struct Root {
  std::string_view name;
  std::string_view child;  ///< required child, or else "ParteInicial" of LexML; empty if none is required
  const XmlVocabulary* vocabulary;
};
constexpr Root kRoots[] = {{"LexML", "", &kLexMlVocabulary},       {"Norma", "Articulacao", &kLexMlVocabulary},
                           {"Articulacao", "", &kLexMlVocabulary}, {"Legislation", "", &kClmlVocabulary},
                           {"toestand", "", &kBwbVocabulary},      {"wetgeving", "", &kBwbVocabulary},
                           {"uscDoc", "", &kUslmVocabulary},       {"lawDoc", "", &kUslmVocabulary},
                           {"pLaw", "", &kUslmVocabulary}};

}  // namespace

const ElementRule* XmlVocabulary::rule_of(const pugi::xml_node& element) const {
  const auto find = [](std::span<const ElementRule> among, std::string_view name) -> const ElementRule* {
    const auto found = std::ranges::find(among, name, &ElementRule::name);
    return found == among.end() ? nullptr : &*found;
  };
  const auto name = local_name(element);
  // <hcontainer name="clause">: the attribute says what it is.
  if (name == "hcontainer") return find(kGeneral, lower_case(element.attribute("name").value()));
  if (is_exact) return find(rules, name);
  if (const auto* const rule = find(rules, lower_case(name))) return rule;
  return find(rules, lower_case(element.attribute("type").value()));  // <div type="article">
}

const XmlVocabulary* vocabulary_of(const pugi::xml_node& root) {
  const auto* const found = std::ranges::find_if(kRoots, [&](const Root& known) {
    return local_name(root) == known.name &&
           (known.child.empty() || child_named(root, known.child) || child_named(root, "ParteInicial"));
  });
  return found == std::end(kRoots) ? nullptr : found->vocabulary;
}

const XmlVocabulary& akn_vocabulary() {
  return kAknVocabulary;
}

const XmlVocabulary& general_vocabulary() {
  return kGeneralVocabulary;
}

ProvisionKind unit_kind_of(const pugi::xml_node& root) {
  if (local_name(root) != "Legislation") return ProvisionKind::Article;
  // Acts are primary legislation. Orders, regulations and rules are secondary, and their minor type tells them apart.
  if (child_named(root, "Primary")) return ProvisionKind::Section;
  const auto type = root.select_node(".//*[local-name()='DocumentMinorType']").node();
  const std::string_view minor = type.attribute("Value").value();
  if (child_named(root, "Secondary") && minor == "regulation") return ProvisionKind::Regulation;
  if (child_named(root, "Secondary") && minor == "rule") return ProvisionKind::Rule;
  return ProvisionKind::Article;
}

}  // namespace treatygraph::ingest
