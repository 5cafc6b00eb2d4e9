package cn.shiyu.open311;

import cn.shiyu.casework.CaseOrigin;
import cn.shiyu.casework.CaseOrigin.Contact;
import cn.shiyu.casework.CaseOrigin.ContactKind;
import cn.shiyu.casework.Submission;
import cn.shiyu.open311.ReportPlaces.Place;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of a filing what the pipeline takes in. All that is wrong is named at once, by the standard's parameters. */
@ApplicationScoped
class ReportReader {

    private static final int LONGEST_LINK = 2000;
    private static final int LONGEST_CONTACT = 255;

    record Report(Submission submission, CaseOrigin origin) {}

    @Inject
    ServiceCatalogue services;

    @Inject
    ReportPlaces places;

    /** @throws Refusal 404 for an unknown service, 422 naming each parameter */
    Report read(City city, Partner partner, ReportForm form) {
        List<FieldError> faults = new ArrayList<>(form.faults());
        Service service = service(city, form);
        ReportAnswers answers = ReportAnswers.of(service, form.attributes());
        faults.addAll(answers.faults());
        Place place = places.read(city, form, faults);
        String link = link(form, faults);
        List<Contact> contacts = contacts(form, faults);
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new Report(
                submission(form, service, answers, place),
                new CaseOrigin(partner.id(), partner.name(), link, answers.own(), contacts));
    }

    private Service service(City city, ReportForm form) {
        String code = form.value("service_code")
                .orElseThrow(() -> Refusal.badInput("service_code", Messages.get("open311.fault.noService")));
        return services.find(city, code).orElseThrow(Unknown::service);
    }

    private static Submission submission(ReportForm form, Service service, ReportAnswers answers, Place place) {
        ReportWords words = ReportWords.of(form, service, answers);
        return new Submission(
                answers.general(ReportAnswers.KIND).orElse("REQUEST"),
                service.code(),
                words.title(),
                words.body(),
                place.region(),
                place.address(),
                place.point() == null ? null : place.point().lng(),
                place.point() == null ? null : place.point().lat(),
                List.of(),
                answers.general(ReportAnswers.VISIBILITY).orElse("PUBLIC"),
                answers.general(ReportAnswers.ANONYMOUS).map(Boolean::valueOf).orElse(false),
                words.name(),
                form.value("phone").orElse(null));
    }

    /** Kept as given and never fetched: an address in our own network must not be reached through us. */
    private static String link(ReportForm form, List<FieldError> faults) {
        Optional<String> sent = form.value("media_url");
        if (sent.isPresent() && !isLink(sent.get())) {
            faults.add(new FieldError("media_url", Messages.get("open311.fault.link", LONGEST_LINK)));
        }
        return sent.orElse(null);
    }

    private static boolean isLink(String sent) {
        try {
            URI link = URI.create(sent);
            return sent.length() <= LONGEST_LINK && link.getHost() != null && sent.matches("(?i)https?://.*");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Contact> contacts(ReportForm form, List<FieldError> faults) {
        form.value("email")
                .filter(sent -> !sent.matches("[^@\\s]{1,64}@[^@\\s]{1,190}"))
                .ifPresent(sent -> faults.add(new FieldError("email", Messages.get("open311.fault.email"))));
        return Stream.of(
                        contact(form, "email", ContactKind.EMAIL, faults),
                        contact(form, "device_id", ContactKind.DEVICE, faults),
                        contact(form, "account_id", ContactKind.ACCOUNT, faults))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Contact> contact(ReportForm form, String name, ContactKind kind, List<FieldError> faults) {
        Optional<String> sent = form.value(name);
        if (sent.isPresent() && sent.get().codePointCount(0, sent.get().length()) > LONGEST_CONTACT) {
            faults.add(new FieldError(name, Messages.get("open311.fault.text", LONGEST_CONTACT)));
        }
        return sent.map(value -> new Contact(kind, value));
    }
}
