// The names under which files have the fields of a container: in four languages, plain lower-case letters and digits alone.
import type { ImportField } from './match-columns.ts'

/** The likeliest first. */
export const FIELD_NAMES: Readonly<Record<ImportField, string>> = {
  name:
    'name naam nom bezeichnung benaming omschrijving description beschreibung libelle titel ' +
    'title adres address adresse straat street rue strasse locatie location standplaats ' +
    'standort emplacement',
  lat: 'lat latitude breedtegraad breitengrad breite geobreite y gpslat ycoord latwgs84',
  lon:
    'lon lng long longitude lengtegraad langengrad laengengrad lange laenge x gpslon xcoord ' +
    'lonwgs84',
  place:
    'place plaats coordinates coordinaten coordonnees koordinaten gps geo geopoint ' +
    'geopoint2d geolocation position positie latlon latlng location locatie maps googlemaps ' +
    'link',
  id:
    'id code nummer nr no number numero containernummer containernr containerid ' +
    'containercode kenmerk reference referentie referenz objectid fid identifiant kennung',
  capacity_l:
    'capacityl capacity capaciteit capacite contenance kapazitat kapazitaet volume volumen ' +
    'inhoud inhalt liter liters litres litre volumel fassungsvermogen size grootte taille ' +
    'grosse groesse',
  note: 'note opmerking remarque hinweis bemerkung notiz remark',
  municipality:
    'municipality gemeente commune gemeinde city stad ville stadt town plaatsnaam ' +
    'woonplaats ort localite',
  depot_id: 'depotid depot standplaatsdepot betriebshof',
  site_id: 'siteid site park containerpark recyclagepark parc',
  fill_threshold_pct: 'fillthresholdpct fillthreshold drempel seuil schwelle volvanaf vollab',
  max_days_between_visits:
    'maxdaysbetweenvisits maxdays interval intervalle intervall frequentie frequency dagen ' +
    'jours tage',
  service_min:
    'servicemin serviceminutes ledigingstijd leegtijd leerungszeit dureevidage minuten ' +
    'minutes',
  empty_distance_mm: 'emptydistancemm emptydistance afstandleeg distancevide abstandleer',
  full_distance_mm: 'fulldistancemm fulldistance afstandvol distanceplein abstandvoll',
  last_emptied_at:
    'lastemptiedat lastemptied laatstgeleegd laatstelediging dernierevidange ' +
    'dernieremvidage letzteleerung zuletztgeleert',
  vehicle_types:
    'vehicletypes vehicletype voertuigtypes voertuigen vehicules fahrzeuge fahrzeugtypen',
  access: 'access toegang acces zugang',
  active: 'active actief actif aktiv ingebruik enservice inbetrieb',
}
