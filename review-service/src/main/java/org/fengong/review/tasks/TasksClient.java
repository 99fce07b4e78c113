package org.fengong.review.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fengong.platform.http.Correlation;
import org.fengong.review.remote.ServiceToken;
import org.fengong.review.remote.ServiceTokenMissingException;
import org.jboss.logging.Logger;

/** Changes tasks. Takes seconds when tasks-service is slow: no transaction may be open. */
@ApplicationScoped
public class TasksClient {
    private static final Logger LOG = Logger.getLogger(TasksClient.class);
    private static final int TRIES = 3;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final TasksApi api;
    private final ServiceToken token;
    private final Correlation correlation;
    private final ObjectMapper json;

    TasksClient(@RestClient TasksApi api, ServiceToken token, Correlation correlation, ObjectMapper json) {
        this.api = api;
        this.token = token;
        this.correlation = correlation;
        this.json = json;
    }

    /**
     * Changes roles, those of a task together. All are looked at before the first is changed; what is already as it shall
     * be stays, so that a repetition goes on where the try before it ended.
     *
     * @param lead in whose name it is asked
     * @throws ProposalOutdatedException when a role is not as it was; nothing is changed then
     * @throws TaskChangeRefusedException when tasks-service does not accept a change
     * @throws TasksUnavailableException when there is no answer now; some of it may be changed or not
     */
    public void change(UUID lead, List<? extends RoleChange> changes) {
        var byTask =
                changes.stream().collect(Collectors.groupingBy(RoleChange::taskId, TreeMap::new, Collectors.toList()));
        byTask.forEach((task, own) -> changed(read(lead, task), own));
        byTask.forEach((task, own) -> change(lead, task, own));
    }

    /**
     * Asks the owner of a task to split it: creates a task of the same owner, team and importance. Repeated with the same
     * key it leads to the same task.
     *
     * @return the new task's id
     * @throws TaskChangeRefusedException when tasks-service does not accept it
     * @throws TasksUnavailableException when there is no answer now; the task may be there or not
     */
    public UUID askToSplit(
            UUID idempotencyKey,
            UUID lead,
            UUID teamId,
            UUID taskId,
            String description,
            int effortMinutes,
            LocalDate dueDate) {
        var task = read(lead, taskId);
        var request = new NewTask(
                teamId,
                "split-" + idempotencyKey,
                task.ownerId(),
                "Split: " + task.title(),
                description,
                task.importance(),
                dueDate,
                List.of(new NewTask.NewRole("Owner", effortMinutes)));
        var created = answer(
                () -> api.create(token.authorization(), lead, idempotencyKey, correlation.traceparent(), request));
        if (created == null || created.id() == null) {
            LOG.errorf("tasks-service created a task and did not say which, key=%s", idempotencyKey);
            throw new TasksUnavailableException(null);
        }
        return created.id();
    }

    private void change(UUID lead, UUID taskId, Collection<? extends RoleChange> changes) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var task = read(lead, taskId);
            var roles = changed(task, changes);
            if (roles.equals(task.forms())) {
                return;
            }
            try {
                answer(() -> api.change(
                        token.authorization(),
                        lead,
                        "\"%d\"".formatted(task.version()),
                        correlation.traceparent(),
                        taskId,
                        patch(roles)));
                return;
            } catch (StaleTaskException e) {
                LOG.debugf("The task is read again, taskId=%s", taskId);
            }
        }
        throw new TasksUnavailableException(SOON); // others change it all the time
    }

    /** The roles of the task as they shall be. */
    private static List<RemoteTask.RoleForm> changed(RemoteTask task, Collection<? extends RoleChange> changes) {
        var wanted = changes.stream().collect(Collectors.toMap(RoleChange::roleId, change -> (RoleChange) change));
        var open = task.roles().stream()
                .filter(role -> !role.completed())
                .collect(Collectors.toMap(RemoteTask.Role::roleId, RemoteTask.Role::form));
        wanted.forEach((role, change) -> {
            if (!open.containsKey(role) || !change.fits(open.get(role))) {
                throw new ProposalOutdatedException(task.id(), role);
            }
        });
        return task.forms().stream()
                .map(role -> wanted.containsKey(role.roleId())
                        ? wanted.get(role.roleId()).apply(role)
                        : role)
                .toList();
    }

    private RemoteTask read(UUID lead, UUID taskId) {
        return answer(() -> api.task(token.authorization(), lead, correlation.traceparent(), taskId));
    }

    private String patch(List<RemoteTask.RoleForm> roles) {
        try {
            return json.writeValueAsString(Map.of("roles", roles));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Roles cannot be written", e);
        }
    }

    private static <T> T answer(Supplier<T> request) {
        try {
            return request.get();
        } catch (ProcessingException | FaultToleranceException | ServiceTokenMissingException e) {
            LOG.warnf("tasks-service does not answer: %s", e);
            throw new TasksUnavailableException(null);
        }
    }
}
