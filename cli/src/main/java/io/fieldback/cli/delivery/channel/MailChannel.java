// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.delivery.TellingException;
import io.fieldback.cli.delivery.TellingException.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Mails a digest: plain text, all changes that wait, by default no more than one in five minutes. */
final class MailChannel implements Channel {
    private static final int EVERY_SECONDS = 300;
    private static final int MAX_BYTES = 200_000;
    private static final String MILLIS = "20000";

    private final ChannelSettings settings;
    private final Duration pace;

    MailChannel(ChannelSettings settings) {
        this.settings = settings;
        this.pace = Duration.ofSeconds(settings.integerOr("everySeconds", EVERY_SECONDS));
    }

    @Override
    public Duration pace() {
        return pace;
    }

    @Override
    public int tell(List<Telling> waiting, Instant now) throws TellingException {
        DigestText digest = DigestText.of(waiting, settings.language(), MAX_BYTES);
        try {
            send(digest, now);
            return digest.changes();
        } catch (AuthenticationFailedException | AddressException e) {
            throw failure(Kind.BROKEN, e);
        } catch (MessagingException e) {
            throw failure(Kind.AWAY, e);
        }
    }

    private void send(DigestText digest, Instant now) throws MessagingException {
        Session session = Session.getInstance(properties());
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(settings.text("from")));
        for (String to : settings.texts("to")) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        mail.setSubject(digest.title(), StandardCharsets.UTF_8.name());
        mail.setText(digest.body().replace("**", ""), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(now));
        mail.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(settings.text("host"), port(), user(), password());
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String security = settings.textOr("security", "starttls");
        properties.setProperty("mail.smtp.auth", Boolean.toString(user() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!security.equals("none")));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + timeout, MILLIS);
        }
        return properties;
    }

    private int port() {
        return settings.integerOr(
                "port", settings.textOr("security", "starttls").equals("tls") ? 465 : 587);
    }

    private @org.jspecify.annotations.Nullable String user() {
        String user = settings.textOr("user", "");
        return user.isEmpty() ? null : user;
    }

    private @org.jspecify.annotations.Nullable String password() {
        String password = settings.textOr("password", "");
        return password.isEmpty() ? null : password;
    }

    private TellingException failure(Kind kind, MessagingException problem) {
        String why = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        return new TellingException(kind, "Cannot tell channel " + settings.name() + ": " + why);
    }
}
